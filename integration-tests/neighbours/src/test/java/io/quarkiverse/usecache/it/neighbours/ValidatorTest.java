package io.quarkiverse.usecache.it.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.test.CacheProbe;
import io.quarkiverse.usecache.test.ClearCaches;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@ClearCaches
@Timeout(60)
class ValidatorTest {

    @Inject
    CacheProbe cache;

    @Inject
    CheckedRates rates;

    @Test
    void whatIsValidIsCached() {
        cache.of(CheckedRates.class, "rate").assertLoad(() -> rates.rate("usd"));
        cache.of(CheckedRates.class, "rate").assertHit(() -> rates.rate("usd"));
    }

    @Test
    void anArgumentThatIsNotIsRefusedEachTime() {
        int before = rates.runs();

        assertThatThrownBy(() -> rates.rate(" ")).isInstanceOf(ConstraintViolationException.class);
        assertThatThrownBy(() -> rates.rate(" ")).isInstanceOf(ConstraintViolationException.class);

        assertThat(rates.runs()).isEqualTo(before);
        assertThat(cache.of(CheckedRates.class, "rate").entries()).isEmpty();
    }

    @Test
    void aResultThatIsNotIsNotKept() {
        int before = rates.runs();

        assertThatThrownBy(() -> rates.rate("too long")).isInstanceOf(ConstraintViolationException.class);
        assertThatThrownBy(() -> rates.rate("too long")).isInstanceOf(ConstraintViolationException.class);

        assertThat(rates.runs()).isEqualTo(before + 2);
        assertThat(cache.of(CheckedRates.class, "rate").entries()).isEmpty();
    }
}
