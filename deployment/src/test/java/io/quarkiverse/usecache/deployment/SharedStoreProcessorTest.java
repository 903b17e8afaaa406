package io.quarkiverse.usecache.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;

import io.quarkus.arc.deployment.BeanArchiveIndexBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;

class SharedStoreProcessorTest {

    record Range(int from, int to) {
    }

    @Test
    void aNativeExecutableKnowsTheComponentsOfRecordsThatMayBeKeys() throws IOException {
        List<ReflectiveClassBuildItem> known = new ArrayList<>();
        Index index = Index.of(Range.class, String.class);
        new SharedStoreProcessor().registerKeys(Optional.of(new SharedMethodsBuildItem(null, List.of())),
                new BeanArchiveIndexBuildItem(index, index, Set.of()), known::add);

        assertThat(known).singleElement().satisfies(item -> {
            assertThat(item.getClassNames()).containsExactly(Range.class.getName());
            assertThat(item.isMethods()).isTrue();
        });
    }
}
