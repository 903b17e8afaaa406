package io.quarkiverse.usecache.test.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CacheLife;
import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.RevalidateTag;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.arc.profile.UnlessBuildProfile;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.arc.properties.UnlessBuildProperty;
import io.quarkus.cache.CacheKey;
import io.quarkus.test.QuarkusUnitTest;

/** A bean that another build has says nothing false of itself in this one. */
@Timeout(60)
class ExcludedBeansTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(ExcludedBeansTest.class))
            .overrideConfigKey("quarkus.arc.exclude-types", Configured.class.getName())
            .overrideConfigKey("quarkus.use-cache.caches.\"elsewhere\".life", "hours")
            .setLogRecordPredicate(record -> record.getLevel().intValue() >= Level.WARNING.intValue()
                    && record.getLoggerName().startsWith("io.quarkiverse.usecache."))
            .assertLogRecords(records -> assertThat(records).extracting(LogRecord::getMessage).isEmpty());

    @Inject
    Instance<Base> beans;

    @Test
    void nothingIsSaidOfExcludedBeans() {
        assertThat(beans.isUnsatisfied()).isTrue();
    }

    public abstract static class Base {

        @UseCache
        @CacheTag("names")
        public String name(@CacheKey String key, String trace) {
            return key;
        }

        @RevalidateTag("names")
        public void change() {
        }
    }

    @IfBuildProfile("prod")
    @ApplicationScoped
    @UseCache("elsewhere")
    @CacheTag("names")
    @CacheLife("hours")
    public static class InProduction extends Base {

        @CacheLife("days")
        public String life(@CacheKey String key) {
            return key;
        }
    }

    @UnlessBuildProfile("test")
    @Singleton
    public static class NotInTests extends Base {
    }

    @IfBuildProperty(name = "acme.cached", stringValue = "yes")
    @Dependent
    @UseCache
    public static class WithProperty extends Base {
    }

    @UnlessBuildProperty(name = "acme.uncached", stringValue = "yes", enableIfMissing = false)
    @ApplicationScoped
    public static class WithoutProperty extends Base {

        @UseCache
        public String own() {
            return "";
        }
    }

    @Alternative
    @ApplicationScoped
    public static class NotSelected extends Base {

        @CacheTag("own")
        public String tagging() {
            return "";
        }
    }

    @ApplicationScoped
    @UseCache
    public static class Configured extends Base {
    }
}
