package io.quarkiverse.usecache.test.dev;

import static io.restassured.RestAssured.given;

import java.util.List;

import io.quarkiverse.usecache.test.DevMode;
import io.quarkus.test.QuarkusDevModeTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The application that the tests of Dev UI look at, in dev mode. */
public final class Application {

    private Application() {
    }

    public static QuarkusDevModeTest withShop() {
        return DevMode.test().withApplicationRoot(jar -> jar.addClasses(Shop.class, Shop.Article.class,
                Shop.Secret.class));
    }

    public static Response get(String path) {
        return given().get(DevMode.url(path)).then().statusCode(200).extract().response();
    }

    public static void delete(String path) {
        given().delete(DevMode.url(path)).then().statusCode(200);
    }

    public static List<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).toList();
    }
}
