package io.quarkiverse.usecache.test.build.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.security.Principal;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.test.build.BuildMessages;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.cache.CacheKey;
import io.quarkus.cache.CacheKeyGenerator;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.test.QuarkusUnitTest;

/** A client proxy in a key is warned of: it is one object for all requests. */
public class ProxiedParametersTest {

    private static final String WARNING = "The parameter [%s] is part of the key, but beans of type %s are injected as a proxy "
            + "that is the same for every caller, so that it does not tell one caller's value from another's: Keys#%s. Pass what "
            + "the value depends on instead, mark the parameters that matter with @CacheKey, or name a keyGenerator.";

    public static final List<String> WARNINGS = List.of(
            WARNING.formatted("tenant", "Tenant", "ofBean(int, Tenant)"),
            WARNING.formatted("region", "Region", "ofProduced(Region)"),
            WARNING.formatted("user", SecurityIdentity.class.getName(), "ofUser(" + SecurityIdentity.class.getName() + ")"),
            WARNING.formatted("user", Principal.class.getName(), "ofName(" + Principal.class.getName() + ")"));

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(ProxiedParametersTest.class, BuildMessages.class))
            .setLogRecordPredicate(BuildMessages::isWarning)
            .assertLogRecords(records -> assertThat(BuildMessages.warnings(records, ProxiedParametersTest.class))
                    .containsExactlyInAnyOrderElementsOf(WARNINGS));

    @Inject
    Keys keys;

    @Inject
    Tenant tenant;

    @Test
    void allRequestsPassTheSameObject() {
        assertThat(inNewRequest()).isEqualTo(inNewRequest());
    }

    private int inNewRequest() {
        ManagedContext request = Arc.container().requestContext();
        request.activate();
        try {
            return keys.ofBean(1, tenant);
        } finally {
            request.terminate();
        }
    }

    @RequestScoped
    static class Tenant {
    }

    interface Region {
    }

    @Singleton
    static class Regions {

        @Produces
        @RequestScoped
        Region region() {
            return new Region() {
            };
        }

        @Produces
        @RequestScoped
        List<String> names() {
            return List.of();
        }
    }

    @ApplicationScoped
    static class Keys {

        private final AtomicInteger executions = new AtomicInteger();

        @UseCache
        public int ofBean(int page, Tenant tenant) {
            return executions.incrementAndGet();
        }

        @UseCache
        public String ofProduced(Region region) {
            return "";
        }

        @UseCache
        public String ofUser(SecurityIdentity user) {
            return "";
        }

        @UseCache
        public String ofName(Principal user) {
            return "";
        }

        @UseCache
        public String fine(@CacheKey int page, Tenant tenant) {
            return "";
        }

        @UseCache(keyGenerator = FirstOnly.class)
        public String alsoFine(int page, Tenant tenant) {
            return "";
        }

        @UseCache
        public String generalTypes(Object any, List<String> names, CharSequence text) {
            return "";
        }
    }

    public static class FirstOnly implements CacheKeyGenerator {

        @Override
        public Object generate(Method method, Object... arguments) {
            return arguments[0];
        }
    }
}
