package io.quarkiverse.usecache.test.build.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.test.build.Scan;
import io.quarkus.cache.CacheKey;
import io.vertx.ext.web.RoutingContext;
import kotlin.jvm.functions.Function0;

/** An entry whose key equals no other is never found again. */
@Timeout(60)
public class KeyWarningsTest {

    private static final String END = "so that no two calls share an entry: Keys#%s. %s, mark the parameters that matter with "
            + "@CacheKey, or name a keyGenerator.";

    public static final List<String> WARNINGS = List.of(
            warning("[filter]", "ByIdentity overrides neither equals nor hashCode", "byIdentity(ByIdentity)", "Override both"),
            warning("[filters]", "ByIdentity overrides neither equals nor hashCode", "identities(int, ByIdentity[])",
                    "Override both"),
            warning("[page]", "ByIdentity in it overrides neither equals nor hashCode", "inRecord(Page)", "Override both"),
            warning("[filters]", "ByIdentity in it overrides neither equals nor hashCode", "deep(java.util.Map)",
                    "Override both"),
            warning("[ids]", "the int[] in it equals only itself", "arrays(java.util.List)", "Use a List instead of the array"),
            warning("[ids]", "the long[] in it equals only itself", "arrayInRecord(Ids)", "Use a List instead of the array"),
            warning("[ids]", "the long[] in it equals only itself", "deepArray(java.util.Set)",
                    "Use a List instead of the array"),
            warning("[ids]", "the byte[] in it equals only itself", "generic(Box)", "Use a List instead of the array"),
            warning("[in]", "an InputStream equals only itself", "stream(java.io.InputStream)",
                    "Pass what the value depends on instead"),
            warning("[text]", "a StringBuilder equals only itself", "text(java.lang.StringBuilder)",
                    "Pass what the value depends on instead"),
            warning("[make]", "a Supplier equals only itself", "supplier(java.util.function.Supplier)",
                    "Pass what the value depends on instead"),
            warning("[make]", "a Function0 equals only itself", "kotlin(kotlin.jvm.functions.Function0)",
                    "Pass what the value depends on instead"),
            warning("[order]", "the Comparator in it equals only itself", "order(java.util.Optional)",
                    "Pass what the value depends on instead"),
            warning("[later]", "a CompletionStage equals only itself", "stage(java.util.concurrent.CompletionStage)",
                    "Pass what the value depends on instead"),
            warning("[request]", "a RoutingContext equals only itself", "request(io.vertx.ext.web.RoutingContext)",
                    "Pass what the value depends on instead"),
            warning("[uri]", "a UriInfo equals only itself", "uri(jakarta.ws.rs.core.UriInfo)",
                    "Pass what the value depends on instead"),
            "The parameter [key] is part of the key, but ByIdentity overrides neither equals nor hashCode, so that no two calls "
                    + "share an entry: Base#find(java.lang.Object) of IdentityBean. Override both, mark the parameters that "
                    + "matter with @CacheKey, or name a keyGenerator.");

    private static String warning(String parameter, String what, String method, String remedy) {
        return "The parameter " + parameter + " is part of the key, but " + what + ", " + END.formatted(method, remedy);
    }

    @Test
    void keysThatAreNeverFoundAgainAreWarnedOf() {
        assertThat(Scan.warnings(KeyWarningsTest.class)).containsExactlyInAnyOrderElementsOf(WARNINGS);
    }

    public static class ByIdentity {
    }

    public static class ByValue {

        private final int[] hidden = {};

        @Override
        public boolean equals(Object other) {
            return other instanceof ByValue value && hidden.length == value.hidden.length;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    public static class InheritsEquality extends ByValue {
    }

    public enum Level {
        LOW
    }

    public record Page(int number, Optional<ByIdentity> filter) {
    }

    public record Ids(String name, long[] ids) {
    }

    public record Box<T>(T content) {
    }

    public record Careful(long[] ids) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Careful careful && java.util.Arrays.equals(ids, careful.ids);
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    public static class Own extends ArrayList<long[]> {

        private static final long serialVersionUID = 1L;

        @Override
        public boolean equals(Object other) {
            return other instanceof Own own && size() == own.size();
        }

        @Override
        public int hashCode() {
            return size();
        }
    }

    public record Tree(String name, List<Tree> children) {
    }

    @ApplicationScoped
    public static class Keys {

        @UseCache
        public String byIdentity(ByIdentity filter) {
            return "";
        }

        @UseCache
        public String identities(int page, ByIdentity[] filters) {
            return "";
        }

        @UseCache
        public String inRecord(Page page) {
            return "";
        }

        @UseCache
        public String deep(Map<String, List<ByIdentity>> filters) {
            return "";
        }

        @UseCache
        public String arrays(List<int[]> ids) {
            return "";
        }

        @UseCache
        public String arrayInRecord(Ids ids) {
            return "";
        }

        @UseCache
        public String deepArray(Set<Optional<Ids>> ids) {
            return "";
        }

        @UseCache
        public String generic(Box<byte[]> ids) {
            return "";
        }

        @UseCache
        public String stream(InputStream in) {
            return "";
        }

        @UseCache
        public String text(StringBuilder text) {
            return "";
        }

        @UseCache
        public String supplier(Supplier<String> make) {
            return "";
        }

        @UseCache
        public String kotlin(Function0<String> make) {
            return "";
        }

        @UseCache
        public String order(Optional<Comparator<String>> order) {
            return "";
        }

        @UseCache
        public String stage(CompletionStage<String> later) {
            return "";
        }

        @UseCache
        public String request(RoutingContext request) {
            return "";
        }

        @UseCache
        public String uri(UriInfo uri) {
            return "";
        }
    }

    public abstract static class Base<K> {

        @UseCache
        public String find(K key) {
            return "";
        }
    }

    @ApplicationScoped
    public static class IdentityBean extends Base<ByIdentity> {
    }

    @ApplicationScoped
    public static class TextBean extends Base<String> {
    }

    @ApplicationScoped
    public static class Fine {

        @UseCache
        public String chosen(List<int[]> ignored, @CacheKey String id) {
            return "";
        }

        @UseCache
        public <T> String all(ByValue value, InheritsEquality child, Level level, Careful careful, String text,
                long[][] numbers,
                List<String> list, Object any, T generic, LocalDate date, CharSequence interfaceType, Tree tree,
                Map<Level, Collection<Optional<Tree>>> deep, Box<String>[] boxes, ByteBuffer buffer, Own own) {
            return "";
        }
    }
}
