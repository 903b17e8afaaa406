package io.quarkiverse.usecache.test.security;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkiverse.usecache.UseCache;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;

/** Methods that return a {@code Uni} or a stage run on the event loop. */
@Path("diary")
public class DiaryResource {

    @Inject
    Diary diary;

    @Inject
    Secrets secrets;

    @GET
    @Path("value")
    public String value() {
        return diary.page(1);
    }

    @GET
    @Path("event-loop")
    @NonBlocking
    public String eventLoop() {
        return diary.page(2);
    }

    @GET
    @Path("uni")
    public Uni<String> uni() {
        return diary.pageUni();
    }

    @GET
    @Path("stage")
    public CompletionStage<String> stage() {
        return diary.pageStage();
    }

    @GET
    @Path("secret/value")
    public String secret() {
        return secrets.secret();
    }

    @GET
    @Path("secret/uni")
    public Uni<String> secretUni() {
        return secrets.secretUni();
    }

    @GET
    @Path("secret/stage")
    public CompletionStage<String> secretStage() {
        return secrets.secretStage();
    }

    /** An endpoint that is cached itself. */
    @GET
    @Path("secret/endpoint")
    @RolesAllowed("admin")
    @UseCache
    public String secretEndpoint() {
        return Secrets.text();
    }

    @ApplicationScoped
    @RolesAllowed("admin")
    @UseCache
    public static class Secrets {

        private static final AtomicInteger EXECUTIONS = new AtomicInteger();

        public String secret() {
            return text();
        }

        public Uni<String> secretUni() {
            return Uni.createFrom().item(Secrets::text);
        }

        public CompletionStage<String> secretStage() {
            return CompletableFuture.completedFuture(text());
        }

        static String text() {
            return "secret " + EXECUTIONS.incrementAndGet();
        }
    }
}
