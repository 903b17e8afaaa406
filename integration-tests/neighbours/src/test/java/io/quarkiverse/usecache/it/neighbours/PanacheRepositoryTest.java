package io.quarkiverse.usecache.it.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.test.CacheProbe;
import io.quarkiverse.usecache.test.ClearCaches;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@ClearCaches
@Timeout(60)
class PanacheRepositoryTest {

    @Inject
    CacheProbe cache;

    @Inject
    Countries countries;

    @BeforeEach
    void store() {
        QuarkusTransaction.requiringNew().run(countries::deleteAll);
        countries.add("fr", "eur");
        assertThat(countries.with("eur")).containsExactly("fr");
    }

    @Test
    void aQueryIsCached() {
        assertThat(cache.assertHit(() -> countries.with("eur"))).containsExactly("fr");
    }

    @Test
    void whatIsPersistedRevalidatesAfterTheCommit() {
        countries.add("de", "eur");

        assertThat(cache.assertLoad(() -> countries.with("eur"))).containsExactly("de", "fr");
    }

    @Test
    void aMethodOfPanacheThatIsOverriddenRevalidatesToo() {
        Country country = new Country();
        country.code = "fr";
        country.currency = "eur";
        countries.delete(country);

        assertThat(cache.assertLoad(() -> countries.with("eur"))).isEmpty();
    }

    @Test
    void whatIsRolledBackDoesNot() {
        List<String> none = countries.with("");
        assertThatThrownBy(() -> countries.add("de", "")).hasMessageContaining("There is no currency");

        assertThat(cache.assertHit(() -> countries.with(""))).isEqualTo(none);
    }
}
