package io.quarkiverse.usecache.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;

@Timeout(60)
class IntegrationProcessorTest {

    @Test
    void anApplicationWithoutRestCarriesNoTraceOfItsAnswers() {
        assertThat(producedWith(Set.of())).isEmpty();
        assertThat(producedWith(Set.of(Capability.RESTEASY_REACTIVE))).hasSize(3);
    }

    private static List<Object> producedWith(Set<String> capabilities) {
        List<Object> produced = new ArrayList<>();
        new IntegrationProcessor().tellTheEdge(new Capabilities(capabilities), produced::add, produced::add, produced::add);
        return produced;
    }
}
