package io.quarkiverse.usecache.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;

import io.quarkiverse.usecache.runtime.method.MethodId;
import io.quarkiverse.usecache.runtime.method.SharedMethods;
import io.quarkiverse.usecache.runtime.method.SharedMethods.SharedMethod;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;

class SharedStoreProcessorTest {

    record Range(int from, int to) {
    }

    private static SharedMethodsBuildItem shared(String... parameterTypes) {
        MethodId id = new MethodId("org.acme.Shop", "org.acme.Shop", "find", List.of(parameterTypes));
        return new SharedMethodsBuildItem(
                new SharedMethods(SharedMethods.REDIS, true, Set.of(), List.of(new SharedMethod(id, null))), List.of());
    }

    private static ReflectiveClassBuildItem known(Index index, SharedMethodsBuildItem shared) {
        List<ReflectiveClassBuildItem> known = new ArrayList<>();
        new SharedStoreProcessor().registerKeys(Optional.of(shared), new CombinedIndexBuildItem(index, index), known::add);
        assertThat(known).hasSize(1);
        return known.get(0);
    }

    @Test
    void aNativeExecutableKnowsTheComponentsOfRecordsThatMayBeKeys() throws IOException {
        ReflectiveClassBuildItem known = known(Index.of(Range.class, String.class), shared());

        assertThat(known.getClassNames()).containsExactly(Range.class.getName());
        assertThat(known.isMethods()).isTrue();
    }

    @Test
    void ofParametersAlsoWhereTheirLibraryIsNotInTheIndex() throws IOException {
        ReflectiveClassBuildItem known = known(Index.of(String.class),
                shared("int", "[J", "java.lang.String", "org.other.Range", "[[Lorg.other.Point;"));

        assertThat(known.getClassNames()).containsExactly("org.other.Point", "org.other.Range");
    }
}
