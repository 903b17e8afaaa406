package io.quarkiverse.usecache.test.guide;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.TagCache;
import io.quarkus.test.QuarkusUnitTest;

/** Tags were added after: its tests still hold, and what could not be said before can. */
@Timeout(60)
class TaggedForecastTest extends ForecastTests {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(ForecastTests.class, Forecasts.class, TaggedForecasts.class,
                    Records.class, ForecastResource.class))
            .overrideConfigKey("quarkus.cache.type", "use-cache");

    @Inject
    TagCache tagCache;

    @Test
    void allDaysOfOneCityAreForgottenByATag() {
        runsFor("Raleigh", 0);
        runsFor("Durham", 0);
        tagCache.revalidateTag("city:Raleigh");
        assertThat(runsFor("Durham", 0)).isZero();
        assertThat(runsFor("Raleigh", 0)).isEqualTo(3);
        tagCache.revalidateTag("weather");
        assertThat(runsFor("Durham", 0)).isEqualTo(3);
    }
}
