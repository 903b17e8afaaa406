package io.quarkiverse.usecache.test.edge;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.eclipse.microprofile.context.ManagedExecutor;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.TagCache;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;

/** Answers that are made of cached calls, in the ways in which Quarkus REST makes them. */
@Singleton
@Path("/shop")
public class ShopResource {

    static final AtomicInteger ANSWERS = new AtomicInteger();

    @Inject
    Catalogue catalogue;

    @Inject
    Stock stock;

    @Inject
    TagCache tagCache;

    @Inject
    ManagedExecutor executor;

    @Inject
    @VirtualThreads
    ExecutorService virtualThreads;

    @GET
    @Path("/product/{id}")
    public String product(String id) {
        ANSWERS.incrementAndGet();
        return catalogue.product(id);
    }

    @POST
    @Path("/product/{id}")
    public String change(String id) {
        return catalogue.product(id);
    }

    @POST
    @Path("/revalidate/{tag}")
    public String revalidate(String tag) {
        tagCache.revalidateTag(tag, "secret:1");
        tagCache.revalidateTag(RevalidationMode.STALE, "a b");
        tagCache.clearAll();
        if (tag.equals("broken")) {
            throw new BadRequestException(tag);
        }
        return tag;
    }

    @GET
    @NonBlocking
    @Path("/loop/{id}")
    public String onEventLoop(String id) {
        return catalogue.product(id);
    }

    @GET
    @Path("/uni/{id}")
    public Uni<String> uni(String id) {
        return catalogue.price(id).chain(price -> Uni.createFrom().completionStage(() -> catalogue.review(id))
                .map(review -> price + review + catalogue.product(id)));
    }

    @GET
    @Path("/stage/{id}")
    public CompletionStage<String> stage(String id) {
        return catalogue.review(id);
    }

    @GET
    @Path("/executor/{id}")
    public CompletionStage<String> executor(String id) {
        return executor.supplyAsync(() -> catalogue.product(id));
    }

    @GET
    @Path("/virtual/{id}")
    public CompletionStage<String> virtual(String id) {
        return CompletableFuture.supplyAsync(() -> catalogue.product(id), virtualThreads);
    }

    @GET
    @Path("/parallel/{id}")
    public Uni<String> parallel(String id) {
        return Uni.join().all(catalogue.price(id), Uni.createFrom().completionStage(() -> catalogue.review(id))).andFailFast()
                .map(String::valueOf);
    }

    @Path("/sub/{id}")
    public SubResource sub(String id) {
        return new SubResource(catalogue, id);
    }

    public static class SubResource {

        private final Catalogue catalogue;
        private final String id;

        SubResource(Catalogue catalogue, String id) {
            this.catalogue = catalogue;
            this.id = id;
        }

        @GET
        public String get() {
            return catalogue.product(id);
        }
    }

    @GET
    @Path("/page/{id}")
    public String page(String id) {
        return catalogue.page(id);
    }

    @GET
    @Path("/both/{id}")
    public String both(String id) {
        return catalogue.product(id) + catalogue.untagged(id);
    }

    @GET
    @Path("/keyed/{id}")
    public String keyed(String id) throws Exception {
        return tagCache.get("keyed", id, () -> catalogue.product(id));
    }

    @GET
    @Path("/caught/{id}")
    public String caught(String id) {
        catalogue.product(id);
        try {
            return catalogue.fragile(id);
        } catch (IllegalStateException failure) {
            return "nothing";
        }
    }

    @GET
    @Path("/mapped/{id}")
    public String mapped(String id) {
        catalogue.product(id);
        throw new UnsupportedOperationException("Mapped to 200");
    }

    @GET
    @Path("/uncacheable/{id}")
    public String uncacheable(String id) {
        return catalogue.product(id) + catalogue.uncacheable(id);
    }

    @GET
    @Path("/revalidating/{id}")
    public String revalidating(String id) {
        String product = catalogue.product(id);
        tagCache.revalidateTag("products");
        return product;
    }

    @GET
    @Path("/streamed/{id}")
    public StreamingOutput streamed(String id) {
        catalogue.product(id);
        return out -> out.write(catalogue.untagged(id).getBytes(StandardCharsets.UTF_8));
    }

    @GET
    @Blocking
    @Path("/multi/{id}")
    public Multi<String> multi(String id) {
        return Multi.createFrom().item(catalogue.product(id));
    }

    @GET
    @Path("/none")
    public String none() {
        return "nothing cached";
    }

    @GET
    @Path("/found/{id}")
    public Response found(String id) {
        return Response.status(203).entity(catalogue.product(id)).build();
    }

    @GET
    @Path("/own/{id}/{cacheControl}")
    public Response own(String id, String cacheControl) {
        return Response.ok(catalogue.product(id)).header("Cache-Control", cacheControl).build();
    }

    @GET
    @Path("/varied/{id}/{vary}")
    public Response varied(String id, String vary) {
        ANSWERS.incrementAndGet();
        return Response.ok(catalogue.product(id)).header("Vary", vary).build();
    }

    @GET
    @Path("/validated/{id}")
    public Response validated(String id) {
        return Response.ok(catalogue.product(id)).header("ETag", "\"own\"").build();
    }

    @GET
    @Path("/cookie/{id}")
    public Response cookie(String id) {
        return Response.ok(catalogue.product(id)).header("Set-Cookie", "a=b").build();
    }

    @GET
    @Path("/vertx-cookie/{id}")
    public String vertxCookie(String id, @Context RoutingContext routing) {
        routing.response().addCookie(Cookie.cookie("a", "b"));
        return catalogue.product(id);
    }

    @GET
    @Path("/tagged")
    public String tagged(@QueryParam("tag") String tag) {
        return catalogue.tagged(tag);
    }

    @GET
    @Path("/tagged/{number}")
    public String taggedOften(int number) {
        return catalogue.taggedOften(number);
    }
}
