package io.quarkiverse.usecache.runtime.edge;

import java.util.Set;
import java.util.concurrent.Flow.Publisher;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.StreamingOutput;

import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** Finds the answers that are given headers. It is made while the application is built, which has no configuration then. */
@Singleton
public class RestAnswers implements ContainerResponseFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD");
    private static final Set<Integer> STATUS = Set.of(200, 304);

    private final Instance<Answers> configured;
    private Answers answers;

    @Inject
    RestAnswers(Instance<Answers> answers) {
        this.configured = answers;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Answer answer = answers().current();
        if (answer != null && STATUS.contains(response.getStatus()) && SAFE.contains(request.getMethod())
                && !isStreamed(response.getEntity()) && !hasFailed(context(request))) {
            answer.isForHeaders(Passage.isFree(context(request)));
        }
    }

    /** It is always the same. */
    private Answers answers() {
        if (answers == null) {
            answers = configured.get();
        }
        return answers;
    }

    /** The calls that are made while it is sent come too late for a header. */
    private static boolean isStreamed(Object entity) {
        return entity instanceof StreamingOutput || entity instanceof Publisher;
    }

    /** What was made of an exception says nothing of the calls before it. */
    private static boolean hasFailed(ResteasyReactiveRequestContext context) {
        return context != null && context.getThrowable() != null;
    }

    private static ResteasyReactiveRequestContext context(ContainerRequestContext request) {
        return request instanceof ResteasyReactiveContainerRequestContext own
                && own.getServerRequestContext() instanceof ResteasyReactiveRequestContext context ? context : null;
    }
}
