package io.quarkiverse.usecache.runtime.endpoint.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

@Timeout(60)
class ShownValueTest {

    @Test
    void whatJsonKnowsIsShownAsJson() {
        assertThat(ShownValue.of(null)).isNull();
        assertThat(ShownValue.of(7)).isEqualTo(7);
        assertThat(ShownValue.of("seven")).isEqualTo("seven");
        assertThat(ShownValue.of(List.of(1, 2))).isEqualTo(new JsonArray("[1,2]"));
        assertThat(ShownValue.of(Map.of("a", true))).isEqualTo(new JsonObject("{\"a\":true}"));
    }

    @Test
    void longJsonIsCut() {
        assertThat(ShownValue.of(List.of("x".repeat(20_000)))).isEqualTo("[\"" + "x".repeat(998) + "...");
    }

    @Test
    void whatIsNotSerializableIsShownAsItsText() {
        assertThat(ShownValue.of(new Unserializable("text"))).isEqualTo("text");
        assertThat(ShownValue.of(new Unserializable("x".repeat(2_000)))).isEqualTo("x".repeat(1_000) + "...");
    }

    @Test
    void whatHasNoTextIsShownAsItsClass() {
        assertThat(ShownValue.of(new Unserializable(null))).isEqualTo(Unserializable.class.getName()
                + ", whose toString() fails: java.lang.IllegalStateException");
    }

    private static final class Unserializable {

        private final String text;

        Unserializable(String text) {
            this.text = text;
        }

        public Object getSelf() {
            return this;
        }

        @Override
        public String toString() {
            if (text == null) {
                throw new IllegalStateException();
            }
            return text;
        }
    }
}
