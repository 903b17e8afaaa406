package io.quarkiverse.usecache.test.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.UseCache;
import io.quarkus.cache.CacheKey;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Promise;

/** What must not be given to a second caller is returned and not cached, where the build could not see it. */
@Timeout(60)
class UnfitValuesTest {

    private static final String NOT_DECLARED = "Declare what the method really returns, or return a collection";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(UnfitValuesTest.class))
            .setLogRecordPredicate(entry -> entry.getLoggerName().startsWith("io.quarkiverse.usecache.runtime"))
            .assertLogRecords(entries -> assertThat(entries).extracting(entry -> entry.getParameters()[1].toString())
                    .satisfiesExactlyInAnyOrder(any -> assertThat(any).contains(NOT_DECLARED),
                            response -> assertThat(response).startsWith("its header Set-Cookie would give the cookie"),
                            rest -> assertThat(rest).startsWith("its header Set-Cookie would give the cookie"),
                            optional -> assertThat(optional).startsWith("its header Set-Cookie would give the cookie"),
                            later -> assertThat(later).startsWith("its header Set-Cookie would give the cookie"),
                            stream -> assertThat(stream).startsWith("its entity was read, or can be read only once")));

    @Inject
    Values values;

    @Test
    void anObjectThatIsNotThereYetOrCanBeUsedOnceIsNotCached() {
        List<Supplier<Object>> makers = List.of(() -> Uni.createFrom().item("text"), CompletableFuture::new,
                () -> new FutureTask<>(() -> "text"), () -> Promise.promise().future(), () -> Stream.of("text"),
                () -> List.of("text").iterator(), () -> new ByteArrayInputStream(new byte[1]), StringBuilder::new,
                () -> (StreamingOutput) out -> out.write(1), () -> Response.ok(), () -> Optional.of(Stream.of("text")));
        for (Supplier<Object> maker : makers) {
            String name = maker.get().getClass().getName();
            AtomicInteger runs = new AtomicInteger();
            for (int call = 1; call <= 2; call++) {
                values.any(name, () -> {
                    runs.incrementAndGet();
                    return maker.get();
                });
                assertThat(runs).as(name).hasValue(call);
            }
        }
        assertThat(values.any("text", Object::new)).isSameAs(values.any("text", Object::new));
    }

    @Test
    void aResponseWithACookieIsNotCached() {
        assertThat(values.response(cookie())).isNotSameAs(values.response(cookie()));
        assertThat(values.optional()).isNotSameAs(values.optional());
        assertThat(values.rest()).isNotSameAs(values.rest());
        assertThat(await(values.later())).isNotSameAs(await(values.later()));
    }

    @Test
    void aResponseThatCanBeSentOnceIsNotCached() {
        assertThat(values.stream()).isNotSameAs(values.stream());
    }

    @Test
    void anyOtherResponseIsCached() {
        assertThat(values.response(null)).isSameAs(values.response(null));
        assertThat(values.restText()).isSameAs(values.restText());
    }

    private static NewCookie cookie() {
        return new NewCookie.Builder("session").value("1").build();
    }

    private static Response await(Uni<Response> later) {
        return later.await().atMost(Duration.ofSeconds(30));
    }

    @ApplicationScoped
    public static class Values {

        @UseCache
        public Object any(@CacheKey String name, Supplier<Object> maker) {
            return maker.get();
        }

        @UseCache
        public Response response(NewCookie cookie) {
            return cookie == null ? Response.ok("text").build() : Response.ok("text").cookie(cookie).build();
        }

        @UseCache
        public Optional<Response> optional() {
            return Optional.of(Response.ok().header("set-cookie", "session=1").build());
        }

        @UseCache
        public RestResponse<String> rest() {
            return RestResponse.ResponseBuilder.ok("text").cookie(cookie()).build();
        }

        @UseCache
        public RestResponse<String> restText() {
            return RestResponse.ok("text");
        }

        @UseCache
        public Uni<Response> later() {
            return Uni.createFrom().item(() -> Response.ok().cookie(cookie()).build());
        }

        @UseCache
        public Response stream() {
            return Response.ok(new ByteArrayInputStream(new byte[1])).build();
        }
    }
}
