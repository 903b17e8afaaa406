package io.quarkiverse.usecache.test.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.UseCache.Visibility;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;

/** An application whose users get their roles from private methods, which are called while the identity is being made. */
final class AugmentedUsers {

    private AugmentedUsers() {
    }

    static QuarkusUnitTest application() {
        return new QuarkusUnitTest()
                .withApplicationRoot(
                        root -> root.addClasses(AugmentedUsers.class, Roles.class, RoleAugmentor.class, Desk.class))
                .overrideConfigKey("quarkus.http.auth.basic", "true")
                .overrideConfigKey("quarkus.security.users.embedded.enabled", "true")
                .overrideConfigKey("quarkus.security.users.embedded.plain-text", "true")
                .overrideConfigKey("quarkus.security.users.embedded.users.alice", "alice");
    }

    static void assertThatRolesAreFound(String path) {
        int before = Roles.EXECUTIONS.get();

        assertThat(get(path)).isEqualTo("alice");
        int once = Roles.EXECUTIONS.get();
        assertThat(once).isGreaterThan(before);
        assertThat(get(path)).isEqualTo("alice");
        assertThat(Roles.EXECUTIONS.get()).as("not cached").isGreaterThan(once);
    }

    static void assertThatEntriesAreFoundAfterwards() {
        String first = get("entry/1");

        assertThat(get("entry/1")).isEqualTo(first);
        assertThat(get("entry/2")).isNotEqualTo(first);
    }

    private static String get(String path) {
        return given().auth().preemptive().basic("alice", "alice").get("/desk/" + path).then().statusCode(200)
                .extract().asString();
    }

    @ApplicationScoped
    static class Roles {

        static final AtomicInteger EXECUTIONS = new AtomicInteger();

        @UseCache(visibility = Visibility.PRIVATE)
        public String role() {
            EXECUTIONS.incrementAndGet();
            return "clerk";
        }

        @UseCache(visibility = Visibility.PRIVATE)
        public Uni<String> roleUni() {
            return Uni.createFrom().item(this::role);
        }
    }

    /** Augments anonymous callers like users. */
    @ApplicationScoped
    static class RoleAugmentor implements SecurityIdentityAugmentor {

        @Inject
        Roles roles;

        @Override
        public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
            return context.runBlocking(() -> with(identity, roles.role()))
                    .chain(augmented -> roles.roleUni().map(role -> with(augmented, role)));
        }

        private static SecurityIdentity with(SecurityIdentity identity, String role) {
            return QuarkusSecurityIdentity.builder(identity).addRole(role).build();
        }
    }

    @Path("desk")
    @ApplicationScoped
    public static class Desk {

        private final AtomicInteger executions = new AtomicInteger();

        @Inject
        SecurityIdentity identity;

        @Inject
        Desk self;

        @GET
        @Path("blocking")
        @RolesAllowed("clerk")
        public String blocking() {
            return identity.getPrincipal().getName();
        }

        @GET
        @Path("event-loop")
        @NonBlocking
        @RolesAllowed("clerk")
        public String eventLoop() {
            return identity.getPrincipal().getName();
        }

        @GET
        @Path("entry/{number}")
        public String entry(@PathParam("number") int number) {
            return self.own(number);
        }

        @UseCache(visibility = Visibility.PRIVATE)
        String own(int number) {
            return identity.getPrincipal().getName() + " " + executions.incrementAndGet();
        }
    }
}
