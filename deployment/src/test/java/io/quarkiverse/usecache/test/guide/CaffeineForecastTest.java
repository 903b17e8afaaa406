package io.quarkiverse.usecache.test.guide;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

/** The application of quarkus-cache's guide as it is. */
@Timeout(60)
class CaffeineForecastTest extends ForecastTests {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withApplicationRoot(
            root -> root.addClasses(ForecastTests.class, Forecasts.class, Records.class, ForecastResource.class));
}
