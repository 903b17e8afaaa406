package io.quarkiverse.usecache.test.dev.cost;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

/** Prints what a hit costs without what dev mode adds, to compare with. */
@EnabledIfSystemProperty(named = "usecache.cost", matches = "\\d+")
class CostTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest().withApplicationRoot(
            jar -> jar.addClasses(CostResource.class, Cost.class, Cost.LongAddress.class));

    @Test
    void aHitIsMeasured() throws Exception {
        double nanos = Cost.ofHit(path -> Long
                .parseLong(given().get("/cost/" + path).then().statusCode(200).extract().asString()));
        Cost.print("A hit outside dev mode: %.0f ns", nanos);
        assertThat(nanos).isPositive();
    }
}
