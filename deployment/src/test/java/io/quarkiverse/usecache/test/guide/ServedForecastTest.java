package io.quarkiverse.usecache.test.guide;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

/** The same application, and one property. */
@Timeout(60)
class ServedForecastTest extends ForecastTests {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withApplicationRoot(
            root -> root.addClasses(ForecastTests.class, Forecasts.class, Records.class, ForecastResource.class))
            .overrideConfigKey("quarkus.cache.type", "use-cache");
}
