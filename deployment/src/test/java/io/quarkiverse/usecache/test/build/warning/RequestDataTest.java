package io.quarkiverse.usecache.test.build.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.MatrixParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.UseCache.Visibility;
import io.quarkiverse.usecache.test.build.BuildMessages;
import io.quarkiverse.usecache.test.build.Scan;

/** A shared method of a bean that knows the request may give one request's data to another. */
@Timeout(60)
public class RequestDataTest {

    public static final List<String> MESSAGES = BuildMessages
            .table("""
                    @UseCache gives every request the same value, but Annotated injects @BeanParam paging, @CookieParam theme, @FormParam comment, @HeaderParam language, @MatrixParam color, @PathParam id, @QueryParam page, @RestCookie basket, @RestHeader tenant, @RestQuery filter, and what the method reads from it for one request would reach the others: Annotated#page(). Pass what the value depends on as a parameter.
                    @UseCache gives every request the same value, but Constructed injects @HeaderParam tenant, @QueryParam setSort, and what the method reads from it for one request would reach the others: Constructed#page(). Pass what the value depends on as a parameter.
                    @UseCache gives every request the same value, but Child injects @HeaderParam tenant, and what the method reads from it for one request would reach the others: Child#page(). Pass what the value depends on as a parameter.
                    @UseCache gives every request the same value, but InContext injects @Context segment, and what the method reads from it for one request would reach the others: InContext#page(). Pass what the value depends on as a parameter.
                    @UseCache gives every caller the same value, but InContext injects UriInfo, and what the method reads from it for one user would reach the others: InContext#page(). Use @UseCache(visibility = PRIVATE), or pass what the value depends on as a parameter.
                    @UseCache gives every request the same value, but Injecting injects Basket, Tenant, Visit, and what the method reads from it for one request would reach the others: Injecting#total(). Pass what the value depends on as a parameter.
                    """);

    @Test
    void sharedMethodsOfBeansThatKnowTheRequestAreWarnedOf() {
        assertThat(Scan.warnings(RequestDataTest.class)).containsExactlyInAnyOrderElementsOf(MESSAGES);
    }

    @Path("annotated")
    public static class Annotated {

        @HeaderParam("Accept-Language")
        String language;

        @CookieParam("theme")
        String theme;

        @QueryParam("page")
        int page;

        @PathParam("id")
        String id;

        @MatrixParam("color")
        String color;

        @FormParam("comment")
        String comment;

        @BeanParam
        Paging paging;

        @RestHeader
        String tenant;

        @RestCookie
        String basket;

        @RestQuery
        String filter;

        @UseCache
        public String page() {
            return "";
        }

        @UseCache(visibility = Visibility.PRIVATE)
        public String mine() {
            return "";
        }

        @UseCache
        static String independent() {
            return "";
        }
    }

    @Path("constructed")
    public static class Constructed {

        public Constructed(@HeaderParam("X-Tenant") String tenant) {
        }

        @QueryParam("sort")
        public void setSort(String sort) {
        }

        @UseCache
        public String page() {
            return "";
        }
    }

    public static class Parent {

        @HeaderParam("X-Tenant")
        String tenant;
    }

    @Path("child")
    public static class Child extends Parent {

        @UseCache
        public String page() {
            return "";
        }
    }

    @Path("context")
    public static class InContext {

        @Context
        Application application;

        @Context
        PathSegment segment;

        @Inject
        @Context
        UriInfo uri;

        @UseCache
        public String page() {
            return "";
        }
    }

    @RequestScoped
    public static class Basket {
    }

    @SessionScoped
    public static class Visit implements java.io.Serializable {

        private static final long serialVersionUID = 1L;
    }

    public interface Tenant {
    }

    @RequestScoped
    public static class TenantOfRequest implements Tenant {
    }

    @ApplicationScoped
    public static class Clock {
    }

    public static class Paging {

        @QueryParam("page")
        int page;
    }

    @ApplicationScoped
    public static class Injecting {

        @Inject
        Clock clock;

        @Inject
        Basket basket;

        @Inject
        Instance<Visit> visit;

        @Inject
        void know(Tenant tenant) {
        }

        @UseCache
        public String total() {
            return "";
        }
    }

    @Path("parameters")
    public static class Parameters {

        @UseCache
        public String page(@HeaderParam("Accept-Language") String language, @RestQuery String filter) {
            return "";
        }
    }
}
