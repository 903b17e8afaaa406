package io.quarkiverse.usecache.test.dev.reload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.test.DevMode;
import io.quarkiverse.usecache.test.dev.Application;
import io.quarkiverse.usecache.test.dev.JsonRpc;
import io.quarkus.test.QuarkusDevModeTest;
import io.vertx.core.json.JsonArray;

/** A live reload adds, changes and removes cached methods and templates, and shows mistakes on the error page. */
@Tag("slow")
class LiveReloadTest {

    private static final String SECOND = "@UseCache @CacheTag(\"second:{text}\") String second(String text) { return text; }";

    @RegisterExtension
    static final QuarkusDevModeTest APP = DevMode.test()
            .withApplicationRoot(jar -> jar.addClass(ReloadedResource.class));

    @Test
    void theCacheFollowsTheSource() throws Exception {
        String old = get();
        assertThat(get()).isEqualTo(old);

        change("// more", SECOND);
        assertThat(get()).as("the entry of the old source").isNotEqualTo(old);
        assertThat(templates()).containsExactly("first:{number}", "second:{text}");

        change("\"first:{number}\"", "\"changed:{number}\"");
        get();
        assertThat(templates()).containsExactly("changed:{number}", "second:{text}");
        assertThat(JsonRpc.object("tags", "limit", 10).getJsonArray("tags").getJsonObject(0).getString("tag"))
                .isEqualTo("changed:1");

        change("\"changed:{number}\"", "\"changed:{nonsense}\"");
        assertThat(
                given().accept("text/html").get(DevMode.url("/reloaded")).then().statusCode(500).extract().asString())
                .contains("nonsense", "ReloadedResource#first(int)");

        change("\"changed:{nonsense}\"", "\"changed:{number}\"");
        change(SECOND, "");
        get();
        assertThat(templates()).containsExactly("changed:{number}");
    }

    private static void change(String from, String to) {
        APP.modifySourceFile(ReloadedResource.class, source -> source.replace(from, to));
    }

    private static String get() {
        return Application.get("/reloaded").asString();
    }

    private static List<String> templates() throws Exception {
        return Application.objects((JsonArray) JsonRpc.call("functions")).stream()
                .map(function -> function.getJsonArray("tags").getString(0)).toList();
    }
}
