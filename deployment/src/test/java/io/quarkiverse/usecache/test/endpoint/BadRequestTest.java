package io.quarkiverse.usecache.test.endpoint;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.usecache.TagCache;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.response.Response;

/** Requests that are wrong, and what the client is told. Nothing is revalidated then. */
@Timeout(60)
class BadRequestTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withApplicationRoot(root -> root.addClass(Shop.class));

    private static final String NO_TAG = "There is no tag to revalidate. Give at least one, as {\"tags\":[\"a\"]} in the body"
            + " or as ?tag=a in the query.";
    private static final String STRICT = " Each name may be there once, and there may be neither comments nor halves of surrogate "
            + "pairs.";
    private static final String NOT_CLEAR = "Say what to clear: either one cache, as {\"cache\":\"products\"}, or {\"all\":true}.";

    @Inject
    Shop shop;

    @Inject
    TagCache tagCache;

    static Stream<Arguments> bodies() {
        return Stream.of(
                in("{}", "tags", NO_TAG),
                in("{\"tags\":[]}", "tags", NO_TAG),
                in("{\"tags\":\"books\"}", "tags", "The field [tags] must be an array of strings, but is a string."),
                in("{\"tags\":null}", "tags", "The field [tags] must be an array of strings, but is null."),
                in("{\"tags\":{\"a\":1}}", "tags", "The field [tags] must be an array of strings, but is an object."),
                in("{\"tags\":[\"books\",7]}", "tags[1]", "The field [tags[1]] must be a string, but is a number."),
                in("{\"tags\":[\"books\",null]}", "tags[1]", "The field [tags[1]] must be a string, but is null."),
                in("{\"tags\":[[\"books\"]]}", "tags[0]", "The field [tags[0]] must be a string, but is an array."),
                in("{\"tags\":[\"books\",\"\"]}", "tags[1]", "Nothing was revalidated: a tag must not be empty."),
                in("{\"tags\":[\"books\",\"a\\u0007\"]}", "tags[1]",
                        "Nothing was revalidated: a tag must not have control characters, but [a\\u0007] has."),
                in("{\"tags\":[\"books\",\"" + "x".repeat(257) + "\"]}", "tags[1]",
                        "Nothing was revalidated: a tag must not be longer than 256 characters, but [" + "x".repeat(32)
                                + "...] has 257."),
                in("{\"tags\":[\"books\"" + ",\"t\"".repeat(9_999) + "]}", "tags",
                        "There are 10000 tags, but one request may have at most 1000. Send several requests."),
                in("{\"tags\":[\"books\"],\"mode\":\"soft\"}", "mode", "There is no mode [soft]. There are [expire, stale]."),
                in("{\"tags\":[\"books\"],\"mode\":\"EXPIRE\"}", "mode",
                        "There is no mode [EXPIRE]. There are [expire, stale]."),
                in("{\"tags\":[\"books\"],\"mode\":1}", "mode", "The field [mode] must be a string, but is a number."),
                in("{\"tags\":[\"books\"],\"mode\":null}", "mode", "The field [mode] must be a string, but is null."),
                in("{\"tags\":[\"books\"],\"dryRun\":\"yes\"}", "dryRun",
                        "The field [dryRun] must be true or false, but is a string."),
                in("{\"tags\":[\"books\"],\"tag\":\"a\"}", "tag",
                        "The field [tag] is not known. There are [tags, mode, dryRun, count]."),
                in("[\"books\"]", null, "The body must be a JSON object, such as {\"tags\":[\"a\"]}."),
                in("null", null, "The body must be a JSON object, such as {\"tags\":[\"a\"]}."),
                in("{\"tags\":[\"books\"", null, "The body is not valid JSON: see line 1, column 17." + STRICT),
                in("{\"tags\":[\"books\"]} more", null, "The body is not valid JSON: see line 1, column 20." + STRICT),
                in("{\"tags\":[\"books\"],\"dryRun\":true,\"dryRun\":false}", null,
                        "The body is not valid JSON: see line 1, column 41." + STRICT),
                in("{\"tags\":[\"books\"]/*,\"dryRun\":true*/}", null,
                        "The body is not valid JSON: see line 1, column 18." + STRICT),
                in("{\"tags\":[\"books\",\"\\ud800\"]}", null, "The body is not valid JSON: see line 1, column 26." + STRICT),
                in("[".repeat(60_000), null, "The body is not valid JSON." + STRICT),
                in(" ", null, "The body is not valid JSON." + STRICT));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aWrongBodyIsExplained(String body, String field, String detail) {
        refused(() -> given().header("Content-Type", "application/json").body(body.getBytes(StandardCharsets.UTF_8))
                .post("/q/use-cache/revalidate"), 400, "Bad Request", field, detail);
    }

    static Stream<Arguments> queries() {
        return Stream.of(
                in("", "tags", NO_TAG),
                in("?mode=stale", "tags", NO_TAG),
                in("?tag=", "tag", "Nothing was revalidated: a tag must not be empty."),
                in("?tag=books&tag=%0A", "tag",
                        "Nothing was revalidated: a tag must not have control characters, but [\\u000a] has."),
                in("?tag=books&tag=%ff", null, "The query is not in UTF-8, as percent-encoded text must be."),
                in("?tag=books&tag=%ed%a0%80", null, "The query is not in UTF-8, as percent-encoded text must be."),
                in("?tag=books&mode=soft", "mode", "There is no mode [soft]. There are [expire, stale]."),
                in("?tag=books&mode=stale&mode=expire", "mode", "The parameter [mode] is given more than once."),
                in("?tag=books&dryRun=yes", "dryRun", "The parameter [dryRun] must be true or false, but is [yes]."),
                in("?tags=books", "tags", "The parameter [tags] is not known. There are [tag, mode, dryRun, count]."),
                in("?tag=books;a", "a", "The parameter [a] is not known. There are [tag, mode, dryRun, count]."));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void aWrongQueryIsExplained(String query, String field, String detail) {
        refused(() -> given().urlEncodingEnabled(false).post("/q/use-cache/revalidate" + query), 400, "Bad Request", field,
                detail);
    }

    static Stream<Arguments> clearing() {
        return Stream.of(
                in("{}", "cache", NOT_CLEAR),
                in("{\"all\":false}", "cache", NOT_CLEAR),
                in("{\"cache\":\"shop\",\"all\":true}", "cache", NOT_CLEAR),
                in("{\"cache\":7}", "cache", "The field [cache] must be a string, but is a number."),
                in("{\"all\":\"true\"}", "all", "The field [all] must be true or false, but is a string."),
                in("{\"cahce\":\"shop\"}", "cahce", "The field [cahce] is not known. There are [cache, all]."));
    }

    @ParameterizedTest
    @MethodSource("clearing")
    void whatCannotBeClearedIsExplained(String body, String field, String detail) {
        refused(() -> given().header("Content-Type", "application/json").body(body.getBytes()).post("/q/use-cache/clear"), 400,
                "Bad Request", field, detail);
    }

    static Stream<Arguments> listings() {
        return Stream.of(
                in("entries?limit=0", "limit", "The parameter [limit] must be a number from 1 to 1000, but is [0]."),
                in("entries?limit=1001", "limit", "The parameter [limit] must be a number from 1 to 1000, but is [1001]."),
                in("entries?limit=ten", "limit", "The parameter [limit] must be a number from 1 to 1000, but is [ten]."),
                in("entries?offset=-1", "offset", "The parameter [offset] must be a number from 0 to 10000, but is [-1]."),
                in("entries?offset=", "offset", "The parameter [offset] must be a number from 0 to 10000, but is []."),
                in("entries?values=1", "values", "The parameter [values] must be true or false, but is [1]."),
                in("entries?page=2", "page",
                        "The parameter [page] is not known. There are [tag, cache, limit, offset, values]."),
                in("caches?name=a", "name", "The parameter [name] is not known. There are []."),
                in("tags?tag=a", "tag", "The parameter [tag] is not known. There are [q, limit, offset]."));
    }

    @ParameterizedTest
    @MethodSource("listings")
    void aWrongListingIsExplained(String path, String field, String detail) {
        refused(() -> given().get("/q/use-cache/" + path), 400, "Bad Request", field, detail);
    }

    @Test
    void aBodyThatIsNotInUtf8IsExplained() {
        refused(() -> given().header("Content-Type", "application/json")
                .body("{\"tags\":[\"é\"]}".getBytes(StandardCharsets.ISO_8859_1)).post("/q/use-cache/revalidate"), 400,
                "Bad Request", null, "The body is not in UTF-8, as JSON must be.");
    }

    @Test
    void aBodyAndAQueryAreNotMixed() {
        refused(() -> given().header("Content-Type", "application/json").body("{\"tags\":[\"books\"]}".getBytes())
                .post("/q/use-cache/revalidate?tag=books"), 400, "Bad Request", null,
                "There are a body and query parameters. Use one of the two.");
    }

    @Test
    void anUnknownCacheIsNotFound() {
        String detail = "There is no cache [other]. Cached methods use [prices, shop].";
        refused(() -> given().header("Content-Type", "application/json").body("{\"cache\":\"other\"}".getBytes())
                .post("/q/use-cache/clear"), 404, "Not Found", "cache", detail);
        refused(() -> given().get("/q/use-cache/entries?cache=other"), 404, "Not Found", "cache", detail);
    }

    private static Arguments in(String sent, String field, String detail) {
        return Arguments.of(sent, field, detail);
    }

    private void refused(Supplier<Response> request, int status, String title, String field, String detail) {
        tagCache.clearAll();
        shop.books("java");
        Shop.EXECUTIONS.set(0);
        Response response = request.get();
        Map<String, Object> expected = new LinkedHashMap<>(
                Map.of("type", "about:blank", "title", title, "status", status, "detail", detail));
        if (field != null) {
            expected.put("field", field);
        }
        assertThat(response.jsonPath().getMap("")).isEqualTo(expected);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.contentType()).isEqualTo("application/problem+json");
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        shop.books("java");
        assertThat(Shop.EXECUTIONS).hasValue(0);
    }
}
