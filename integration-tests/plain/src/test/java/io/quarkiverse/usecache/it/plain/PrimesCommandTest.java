package io.quarkiverse.usecache.it.plain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkus.test.junit.main.Launch;
import io.quarkus.test.junit.main.LaunchResult;
import io.quarkus.test.junit.main.QuarkusMainTest;

@QuarkusMainTest
@Timeout(60)
class PrimesCommandTest {

    @Test
    @Launch({})
    void aResultIsComputedOnceUntilItIsForgotten(LaunchResult result) {
        assertThat(result.getOutputStream()).containsSubsequence(
                "at first: [2, 3, 5, 7], computed: 1",
                "again: [2, 3, 5, 7], computed: 1",
                "another method: [5, 7], computed: 2",
                "forgotten: [2, 3, 5, 7], computed: 3",
                "forgotten there: [5, 7], computed: 4");
    }
}
