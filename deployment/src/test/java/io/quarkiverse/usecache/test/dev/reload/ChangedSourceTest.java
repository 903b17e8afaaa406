package io.quarkiverse.usecache.test.dev.reload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.test.DevMode;
import io.quarkus.test.QuarkusDevModeTest;

/** Case 60: the source of a cached method changes in dev mode. */
@Tag("slow")
class ChangedSourceTest {

    private static final String ADDRESS = DevMode.url("/changing");

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = DevMode.test()
            .withApplicationRoot(root -> root.addClass(ChangingResource.class));

    @Test
    void case60AnEntryOfTheOldSourceIsNotServed() {
        String old = get();
        assertThat(get()).isEqualTo(old).startsWith("old ");
        APPLICATION.modifySourceFile(ChangingResource.class, source -> source.replace("\"old \"", "\"new \""));

        assertThat(get()).startsWith("new ").isEqualTo(get());
    }

    private static String get() {
        return given().get(ADDRESS).then().statusCode(200).extract().asString();
    }
}
