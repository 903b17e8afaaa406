package io.quarkiverse.usecache.it.kotlin

import io.quarkus.test.junit.QuarkusTest
import io.restassured.RestAssured.given
import org.hamcrest.Matchers.equalTo
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.Timeout

/** An application whose functions suspend is cached, and sees its own changes. */
@QuarkusTest
@Timeout(60)
class PricesTest {

    @Test
    fun aPriceIsKeptUntilItIsRevalidated() {
        label("tea", "tea 250")
        given().body("300").post("/prices/tea").then().statusCode(200)
        label("tea", "tea 250")
        given().body("310").put("/prices/tea").then().statusCode(200)
        label("tea", "tea 310")
    }

    @Test
    fun whatIsNotThereIsKeptToo() {
        label("milk", "milk is not sold")
        given().body("90").post("/prices/milk").then().statusCode(200)
        label("milk", "milk is not sold")
        given().body("95").put("/prices/milk").then().statusCode(200)
        label("milk", "milk 95")
    }

    private fun label(item: String, expected: String) {
        given().get("/prices/$item").then().statusCode(200).body(equalTo(expected))
    }
}
