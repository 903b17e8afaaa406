package io.quarkiverse.usecache.test.dev;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.UseCache.Visibility;
import io.quarkiverse.usecache.test.DevMode;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.test.QuarkusDevModeTest;
import io.restassured.RestAssured;

/** In dev mode, a shared cached method that asks for the caller is reported, however far away it does. */
@Tag("slow")
@Timeout(120)
class IdentityReadTest {

    @RegisterExtension
    static final QuarkusDevModeTest APP = DevMode.test()
            .withApplicationRoot(root -> root.addClasses(Greetings.class, Users.class, Page.class))
            .setLogRecordPredicate(entry -> entry.getLoggerName().startsWith("io.quarkiverse.usecache.dev.identity"));

    @Test
    void theMethodAndThePlaceAreLoggedOnce() {
        for (int i = 0; i < 2; i++) {
            for (String kind : new String[] { "shared", "other", "argument", "mine" }) {
                RestAssured.given().port(DevMode.PORT).get("/greetings/" + kind).then().statusCode(200);
            }
        }
        assertThat(APP.getLogRecords()).extracting(entry -> entry.getParameters()[0].toString())
                .containsExactlyInAnyOrder(Greetings.class.getName() + "#shared()", Greetings.class.getName() + "#other()");
        assertThat(APP.getLogRecords()).allSatisfy(entry -> assertThat(entry.getParameters()[1].toString())
                .startsWith(Users.class.getName() + ".current(IdentityReadTest.java:"));
    }

    @Path("/greetings")
    public static class Page {

        @Inject
        Greetings greetings;

        @Inject
        Users users;

        @GET
        @Path("/{kind}")
        public String greet(String kind) {
            return switch (kind) {
                case "shared" -> greetings.shared();
                case "other" -> greetings.other();
                case "argument" -> greetings.argument(users.current());
                default -> greetings.mine();
            };
        }
    }

    @ApplicationScoped
    public static class Greetings {

        @Inject
        Users users;

        @UseCache
        public String shared() {
            return "Hello " + users.current();
        }

        @UseCache
        public String other() {
            return "Bye " + users.current();
        }

        @UseCache
        public String argument(String user) {
            return "Hello " + user;
        }

        @UseCache(visibility = Visibility.PRIVATE)
        public String mine() {
            return "Hello " + users.current();
        }
    }

    @ApplicationScoped
    public static class Users {

        @Inject
        SecurityIdentity identity;

        public String current() {
            return identity.isAnonymous() ? "stranger" : identity.getPrincipal().getName();
        }
    }
}
