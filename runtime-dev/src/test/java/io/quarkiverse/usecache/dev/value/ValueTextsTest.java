package io.quarkiverse.usecache.dev.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Values are shown whatever they are. */
class ValueTextsTest {

    record Room(int number, List<String> guests, Optional<Double> price) {
    }

    private final ValueTexts texts = new ValueTexts((ValueText) null);

    @Test
    void recordsMapsListsAndArraysAreShownByTheirParts() {
        Room room = new Room(7, List.of("Ann \"A\"", "Bob"), Optional.of(1.5));

        assertThat(new JsonArray(texts.shown(List.of(room, Map.of("a", new int[] { 1, 2 }))).json())).isEqualTo(new JsonArray(
                "[{\"number\":7,\"guests\":[\"Ann \\\"A\\\"\",\"Bob\"],\"price\":1.5},{\"a\":[1,2]}]"));
    }

    @Test
    void nothingIsShownAsNull() {
        assertThat(texts.shown(null).json()).isEqualTo("null");
        assertThat(texts.shown(Optional.empty()).json()).isEqualTo("null");
    }

    @Test
    void aCircleIsShownOnce() {
        List<Object> circle = new ArrayList<>(List.of(1));
        circle.add(circle);

        assertThat(new JsonArray(texts.shown(circle).json()).getString(1)).isEqualTo("the java.util.ArrayList around it");
    }

    @Test
    void whatFailsIsSaidInItsPlace() {
        Iterable<String> lazy = () -> {
            throw new IllegalStateException("no session");
        };

        JsonObject shown = new JsonObject(texts.shown(Map.of("lazy", lazy)).json());
        assertThat(shown.getString("lazy")).contains("cannot be read", "no session");
    }

    @Test
    void anEndlessValueIsCutOff() {
        Iterable<String> endless = () -> new Iterator<>() {

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public String next() {
                return "again";
            }
        };

        ShownValue shown = texts.shown(endless);
        assertThat(shown.truncated()).isTrue();
        assertThat(shown.json()).hasSize(64 * 1024);
    }

    @Test
    void whatTheApplicationCannotWriteIsShownWithoutIt() {
        ValueText failing = (value, out) -> {
            out.write("{ half of it");
            throw new IOException("no serializer");
        };

        ShownValue shown = new ValueTexts(failing).shown(List.of(1));
        assertThat(new JsonArray(shown.json())).isEqualTo(JsonArray.of(1));
        assertThat(shown.problem()).contains("no serializer");
    }

    @Test
    void thePrintChangesWithTheValue() {
        List<String> value = new ArrayList<>(List.of("a"));
        long print = texts.print(value).orElseThrow();
        assertThat(texts.print(List.of("a"))).hasValue(print);

        value.add("b");

        assertThat(texts.print(value).orElseThrow()).isNotEqualTo(print);
    }
}
