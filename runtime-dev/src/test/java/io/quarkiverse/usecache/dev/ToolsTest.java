package io.quarkiverse.usecache.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usecache.dev.entry.EntriesJsonRpcService;
import io.quarkiverse.usecache.dev.function.FunctionsJsonRpcService;
import io.quarkiverse.usecache.dev.graph.GraphJsonRpcService;
import io.quarkiverse.usecache.dev.live.LiveJsonRpcService;
import io.quarkiverse.usecache.dev.tags.TagsJsonRpcService;
import io.quarkus.runtime.annotations.DevMCPEnableByDefault;
import io.quarkus.runtime.annotations.JsonRpcDescription;

/** Every method of the service is a described tool of Dev MCP, and those that change something are off until switched on. */
class ToolsTest {

    private static final Set<String> WRITES = Set.of("evict", "revalidate", "clear", "clearAll");

    @Test
    void everyMethodAndParameterIsDescribed() {
        assertThat(methods()).hasSizeGreaterThan(10).allSatisfy(method -> {
            assertThat(method.getAnnotation(JsonRpcDescription.class).value()).isNotBlank();
            assertThat(method.getParameters())
                    .allSatisfy(each -> assertThat(each.getAnnotation(JsonRpcDescription.class).value()).isNotBlank());
        });
    }

    @Test
    void onlyReadsAreOnByDefault() {
        assertThat(methods()).filteredOn(method -> !method.isAnnotationPresent(DevMCPEnableByDefault.class))
                .extracting(Method::getName).containsExactlyInAnyOrderElementsOf(WRITES);
    }

    private static List<Method> methods() {
        return Stream.of(EntriesJsonRpcService.class, FunctionsJsonRpcService.class, GraphJsonRpcService.class,
                LiveJsonRpcService.class, TagsJsonRpcService.class)
                .flatMap(service -> Arrays.stream(service.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()).toList();
    }
}
