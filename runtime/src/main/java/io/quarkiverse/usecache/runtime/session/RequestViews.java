package io.quarkiverse.usecache.runtime.session;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.RequestView;
import io.quarkiverse.usecache.runtime.tag.RevalidationClock;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableBean;
import io.quarkus.arc.InjectableContext;

/** The views of all requests. It is asked when something is loaded, and never at a hit. */
@Singleton
public class RequestViews implements RequestView {

    private final RevalidationClock clock;
    private final InjectableBean<ViewBegin> bean;
    private final ViewBegin ofRequest;

    @Inject
    RequestViews(RevalidationClock clock) {
        this.clock = clock;
        this.bean = Arc.container().instance(ViewBegin.class).getBean();
        this.ofRequest = Arc.container().instance(ViewBegin.class).get();
    }

    @Override
    public void beginsNow() {
        try {
            ofRequest.at(clock.stamp());
        } catch (ContextNotActiveException e) {
            // What is read outside any request is as old as its own cache says.
        }
    }

    /** The logical time of what a load may see that begins now. */
    long at(long stamp) {
        InjectableContext request = Arc.container().getActiveContext(RequestScoped.class);
        ViewBegin begun = request == null ? null : request.get(bean);
        return begun == null ? stamp : Math.min(stamp, begun.stamp());
    }
}
