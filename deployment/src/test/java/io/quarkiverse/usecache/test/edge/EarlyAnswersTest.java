package io.quarkiverse.usecache.test.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.restassured.response.ValidatableResponse;
import io.vertx.ext.web.RoutingContext;

/** A client that has the answer is told so as early as can be, and never if its request would be refused. */
@Timeout(60)
class EarlyAnswersTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(EarlyAnswersTest.class, Gate.class, Pages.class, Resource.class,
                    Guarded.class, Guard.class, Stamped.class, Stamp.class, Located.class))
            .overrideConfigKey("quarkus.use-cache.http.headers", "Cache-Tag,ETag");

    /** Decides by something that no request says. */
    @Singleton
    public static class Gate {

        volatile boolean closed;

        void refuse(@Observes Filters filters) {
            filters.register(this::pass, 10);
        }

        private void pass(RoutingContext routing) {
            if (closed) {
                routing.response().setStatusCode(403).end();
            } else {
                routing.next();
            }
        }
    }

    @NameBinding
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Guarded {
    }

    @Guarded
    @Provider
    public static class Guard implements ContainerRequestFilter {

        static volatile boolean closed;

        @Override
        public void filter(ContainerRequestContext request) {
            if (closed) {
                request.abortWith(Response.status(403).build());
            }
        }
    }

    @NameBinding
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Stamped {
    }

    @Stamped
    @Provider
    public static class Stamp implements ContainerResponseFilter {

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            response.getHeaders().add("X-Stamp", "here");
        }
    }

    @Singleton
    public static class Pages {

        @UseCache
        @CacheTag("page:{name}")
        public String page(String name) {
            return name;
        }
    }

    @Path("/pages")
    public static class Resource {

        @Inject
        Pages pages;

        @GET
        @Path("free/{name}")
        public String free(String name) {
            return pages.page(name);
        }

        @GET
        @Guarded
        @Path("guarded/{name}")
        public String guarded(String name) {
            return pages.page(name);
        }

        @GET
        @Stamped
        @Path("stamped/{name}")
        public String stamped(String name) {
            return pages.page(name);
        }

        @Path("located/{name}")
        public Located located(String name) {
            return new Located(pages.page(name));
        }
    }

    public static class Located {

        private final String page;

        Located(String page) {
            this.page = page;
        }

        @GET
        public String get() {
            return page;
        }
    }

    @Inject
    Gate gate;

    @BeforeEach
    void open() {
        gate.closed = false;
        Guard.closed = false;
    }

    private static ValidatableResponse ask(String path) {
        String tag = given().get(path).header("ETag");
        assertThat(tag).isNotNull();
        return given().header("If-None-Match", tag).get(path).then().statusCode(304);
    }

    @ParameterizedTest
    @ValueSource(strings = { "free", "guarded", "stamped", "located" })
    void whoHasTheAnswerIsToldSoByWhateverWayItComes(String way) {
        ask("/pages/" + way + "/1").header("Cache-Tag", "page:1");
    }

    @Test
    void whatAFilterOfQuarkusRestAddsIsThere() {
        assertThat(ask("/pages/stamped/1").extract().header("X-Stamp")).isEqualTo("here");
    }

    @Test
    void nobodyIsAnsweredWhoIsRefused() {
        String tag = given().get("/pages/guarded/1").header("ETag");
        Guard.closed = true;

        assertThat(given().header("If-None-Match", tag).get("/pages/guarded/1").statusCode()).isEqualTo(403);
    }

    @Test
    void nobodyIsAnsweredWhoIsRefusedBeforeQuarkusRest() {
        String tag = given().get("/pages/free/1").header("ETag");
        gate.closed = true;

        assertThat(given().header("If-None-Match", tag).get("/pages/free/1").statusCode()).isEqualTo(403);
    }
}
