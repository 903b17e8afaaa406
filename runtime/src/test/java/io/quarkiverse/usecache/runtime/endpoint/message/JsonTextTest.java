package io.quarkiverse.usecache.runtime.endpoint.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;

@Timeout(30)
class JsonTextTest {

    @ParameterizedTest
    @ValueSource(strings = { "{\"dryRun\":true,\"dryRun\":false}", "{\"a\":{\"b\":1,\"b\":1}}",
            "{\"tags\":[],\"\\u0074ags\":[]}",
            "{/* a comment */\"a\":1}", "{\"a\":1}// a comment", "# a comment\n{}", "{\"a\":\"\\ud800\"}",
            "{\"a\":[\"\\udc00x\"]}",
            "{\"\\ud83d\":1}", "{\"a\":\"\\ude00\\ud83d\"}", "{'a':1}", "{a:1}", "{\"a\":1,}", "{\"a\":NaN}", "{\"a\":01}",
            "{} {}",
            "{\"a\":1", "", "\u0000" })
    void whatCouldBeUnderstoodInTwoWaysIsRefused(String body) {
        Problem problem = catchThrowableOfType(Problem.class, () -> JsonText.object(Buffer.buffer(body)));
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem).hasMessageStartingWith("The body ");
    }

    @Test
    void theMessageTellsThePlace() {
        assertThat(catchThrowableOfType(Problem.class, () -> JsonText.object(Buffer.buffer("{\"a\":1,\n\"a\":2}"))))
                .hasMessage("The body is not valid JSON: see line 2, column 4. Each name may be there once, "
                        + "and there may be neither comments nor halves of surrogate pairs.");
    }

    @Test
    void allOtherTextIsRead() {
        assertThat(JsonText.object(Buffer.buffer(" {\"tags\":[\"\\ud83d\\ude00 é\\u0000\"],\"a\":{\"tags\":1}}\n"))
                .getJsonArray("tags")).isEqualTo(new JsonArray().add("😀 é\u0000"));
    }
}
