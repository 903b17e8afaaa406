package io.quarkiverse.usecache.runtime.session;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Notes when the first session of a request is opened. */
@BeginsView
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class BeginsViewInterceptor {

    private final RequestViews views;

    @Inject
    BeginsViewInterceptor(RequestViews views) {
        this.views = views;
    }

    @PostConstruct
    void made(InvocationContext invocation) throws Exception {
        views.beginsNow();
        invocation.proceed();
    }
}
