package io.quarkiverse.usecache.it.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.test.CacheProbe;
import io.quarkiverse.usecache.test.ClearCaches;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;

@QuarkusTest
@ClearCaches
@Timeout(60)
class MessagingTest {

    @Inject
    @Connector("smallrye-in-memory")
    InMemoryConnector connector;

    @Inject
    CacheProbe cache;

    @Inject
    Rates rates;

    private CacheProbe rate;

    @BeforeEach
    void load() {
        rate = cache.of(Rates.class, "rate");
        rates.set("message", 100);
        rates.rate("message");
    }

    @Test
    void aMessageThatIsProcessedRevalidates() throws Exception {
        assertThat(isProcessed(new Rate("message", 107))).isTrue();

        assertThat(rate.assertLoad(() -> rates.rate("message"))).isEqualTo(107);
    }

    @Test
    void oneThatFailsDoesNot() throws Exception {
        assertThat(isProcessed(new Rate("message", -1))).isFalse();

        rate.assertHit(() -> rates.rate("message"));
    }

    private boolean isProcessed(Rate change) throws Exception {
        CompletableFuture<Boolean> processed = new CompletableFuture<>();
        connector.source("changes").send(Message.of(change, () -> told(processed, true), failure -> told(processed, false)));
        return processed.get(30, TimeUnit.SECONDS);
    }

    private static CompletionStage<Void> told(CompletableFuture<Boolean> processed, boolean well) {
        processed.complete(well);
        return CompletableFuture.completedStage(null);
    }

    @Test
    void answersComeFromTheCache() {
        assertAnswered("questions", "answers", cache.of(Rates.class, "later"));
    }

    @Test
    void soDoThoseOfAMethodThatBlocks() {
        assertAnswered("blocking-questions", "blocking-answers", cache.of(Rates.class, "rate"));
    }

    private void assertAnswered(String questions, String answers, CacheProbe method) {
        method.assertLoad(() -> ask(questions, answers));
        method.assertHit(() -> ask(questions, answers));
    }

    private void ask(String questions, String answers) {
        var sink = connector.<Rate> sink(answers);
        sink.clear();
        connector.source(questions).send("usd");
        await().until(() -> !sink.received().isEmpty());
        assertThat(sink.received().get(0).getPayload()).isEqualTo(new Rate("usd", 100));
    }
}
