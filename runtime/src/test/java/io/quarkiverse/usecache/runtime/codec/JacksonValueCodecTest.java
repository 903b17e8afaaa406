package io.quarkiverse.usecache.runtime.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

@Timeout(30)
class JacksonValueCodecTest {

    enum Size {
        SMALL,
        LARGE {
        }
    }

    record Page<T>(List<T> items, int total, Optional<T> first) {
    }

    record Book(UUID id, String title, BigDecimal price, LocalDate published, Map<Size, Set<String>> shelves) {
    }

    record Dates(Instant instant, OffsetDateTime offset, ZonedDateTime zoned, Duration duration, ZoneId zone) {
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    @JsonSubTypes({ @JsonSubTypes.Type(Circle.class), @JsonSubTypes.Type(Square.class) })
    sealed interface Shape permits Circle, Square {
    }

    @JsonTypeName("circle")
    record Circle(double radius) implements Shape {
    }

    @JsonTypeName("square")
    record Square(double side) implements Shape {
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
    interface Hostile {
    }

    record Harmless(int number) implements Hostile {
    }

    static class Base {
        public String name = "base";
    }

    static class Derived extends Base {
        public String more = "more";
    }

    interface Unknown {
    }

    private final ObjectMapper application = new ObjectMapper().findAndRegisterModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .setSerializationInclusion(JsonInclude.Include.NON_EMPTY);
    private final JacksonValueCodec codec = new JacksonValueCodec(application);

    private void assertComesBack(Object value, TypeReference<?> type) throws Exception {
        Type declared = type.getType();
        byte[] bytes = codec.encode(value, declared);
        assertThat(codec.decode(bytes, declared)).as(new String(bytes, UTF_8)).isEqualTo(value);
    }

    private static Book book() {
        return new Book(UUID.randomUUID(), "größe 東京 \u0000 \"", new BigDecimal("10.00"), LocalDate.of(2026, 2, 28),
                Map.of(Size.LARGE, Set.of("a", "b"), Size.SMALL, Set.of()));
    }

    @Test
    void recordsWithGenericsComeBack() throws Exception {
        assertComesBack(new Page<>(List.of(book(), book()), 2, Optional.of(book())), new TypeReference<Page<Book>>() {
        });
        assertComesBack(new Page<>(List.of(), 0, Optional.empty()), new TypeReference<Page<Book>>() {
        });
    }

    @Test
    void collectionsOfCollectionsComeBack() throws Exception {
        assertComesBack(Map.of("x", List.of(Set.of(1L, 2L), Set.of())), new TypeReference<Map<String, List<Set<Long>>>>() {
        });
        assertComesBack(List.of(Optional.of(book()), Optional.empty()), new TypeReference<List<Optional<Book>>>() {
        });
        assertComesBack(new Book[][] { { book() }, {} }, new TypeReference<Book[][]>() {
        });
        assertComesBack(new byte[] { 0, -1 }, new TypeReference<byte[]>() {
        });
    }

    @Test
    void datesKeepTheirZones() throws Exception {
        ZonedDateTime paris = ZonedDateTime.of(2026, 7, 1, 12, 0, 0, 123_456_789, ZoneId.of("Europe/Paris"));
        assertComesBack(
                new Dates(paris.toInstant(), paris.toOffsetDateTime(), paris, Duration.ofNanos(1), paris.getZone()),
                new TypeReference<Dates>() {
                });
    }

    @Test
    void plainValuesEnumsAndOptionalsComeBack() throws Exception {
        assertComesBack("text", new TypeReference<String>() {
        });
        assertComesBack(Size.LARGE, new TypeReference<Size>() {
        });
        assertComesBack(Optional.of(Size.SMALL), new TypeReference<Optional<Size>>() {
        });
        assertComesBack(Double.NaN, new TypeReference<Double>() {
        });
        assertThat(codec.decode(codec.encode(5, int.class), int.class)).isEqualTo(5);
    }

    @Test
    void nullIsNotAnEmptyOptional() throws Exception {
        assertComesBack(null, new TypeReference<Optional<String>>() {
        });
        assertComesBack(Optional.empty(), new TypeReference<Optional<String>>() {
        });
        assertComesBack(null, new TypeReference<Book>() {
        });
    }

    @Test
    void subtypesWithNamesComeBack() throws Exception {
        assertComesBack(new Circle(2), new TypeReference<Shape>() {
        });
        assertComesBack(List.of(new Circle(2), new Square(3)), new TypeReference<List<Shape>>() {
        });
    }

    @Test
    void jsonNamesNoClassToMake() throws Exception {
        assertThatThrownBy(() -> codec.encode(new Harmless(1), Hostile.class)).hasMessageContaining("denied");
        String attack = "{\"@class\":\"" + Harmless.class.getName() + "\",\"number\":1}";
        assertThatThrownBy(() -> codec.decode(attack.getBytes(UTF_8), Hostile.class)).hasMessageContaining("denied");
    }

    @Test
    void defaultTypingOfTheApplicationIsLeftOut() throws Exception {
        ObjectMapper typing = application.copy().activateDefaultTyping(
                BasicPolymorphicTypeValidator.builder().allowIfBaseType(Object.class).build(),
                ObjectMapper.DefaultTyping.EVERYTHING);
        byte[] bytes = new JacksonValueCodec(typing).encode(book(), Book.class);
        assertThat(new String(bytes, UTF_8)).doesNotContain("@class").doesNotContain(Book.class.getName());
        assertThat(typing.writeValueAsString(List.of(1))).as("the application's own").contains("java.");
    }

    @Test
    void aSubclassThatWouldComeBackAsItsBaseIsRefused() {
        assertThatThrownBy(() -> codec.encode(new Derived(), Base.class)).hasMessage("A " + Derived.class.getName()
                + " would come back as " + Base.class.getName()
                + ". Declare its own class, or name the subtypes with @JsonTypeInfo and @JsonSubTypes");
        Type list = new TypeReference<List<Optional<Base>>>() {
        }.getType();
        assertThatThrownBy(() -> codec.encode(List.of(Optional.of(new Derived())), list)).hasMessageContaining("come back");
    }

    @Test
    void whatCannotBeReadIsNotWritten() {
        Type list = new TypeReference<List<Unknown>>() {
        }.getType();
        assertThatThrownBy(() -> codec.encode(List.of(new Unknown() {
        }), list)).isInstanceOf(Exception.class);
    }

    @Test
    void hostileBytesAreAnError() {
        for (String bytes : List.of("{", "[1,2]", "{\"price\":\"x\"}", "\u0000", "{} {}", "\u001f\u008b")) {
            assertThatThrownBy(() -> codec.decode(bytes.getBytes(UTF_8), Book.class)).as(bytes)
                    .isInstanceOf(Exception.class);
        }
    }

    @Test
    void largeValuesAreCompressedAndReadByEveryNode() throws Exception {
        CompressingCodec compressing = new CompressingCodec(codec, 100);
        CompressingCodec never = new CompressingCodec(codec, Long.MAX_VALUE);
        String text = "x".repeat(10_000);
        byte[] compressed = compressing.encode(text, String.class);
        assertThat(compressed).hasSizeLessThan(200);
        assertThat(never.decode(compressed, String.class)).isEqualTo(text);
        assertThat(compressing.decode(never.encode(text, String.class), String.class)).isEqualTo(text);
        assertThat(compressing.encode("short", String.class)).isEqualTo(codec.encode("short", String.class));
        assertThat(compressing.decode(compressing.encode(null, String.class), String.class)).isNull();
    }

    @Test
    void whatWouldFillTheHeapIsNotExpanded() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            byte[] spaces = " ".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
            for (long size = 0; size < Math.min(257_000_000, Runtime.getRuntime().maxMemory() / 12); size += spaces.length) {
                out.write(spaces);
            }
        }
        CompressingCodec compressing = new CompressingCodec(codec, 100);
        assertThatThrownBy(() -> compressing.decode(bytes.toByteArray(), String.class))
                .isInstanceOf(IOException.class).hasMessageContaining("A compressed value of more than");
    }
}
