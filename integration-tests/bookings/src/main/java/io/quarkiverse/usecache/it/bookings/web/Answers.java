package io.quarkiverse.usecache.it.bookings.web;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.usecache.it.bookings.Executions;
import io.smallrye.mutiny.Uni;

/** Makes calls and says how long they took and what ran. */
@ApplicationScoped
public class Answers {

    private final Executions executions;

    Answers(Executions executions) {
        this.executions = executions;
    }

    <T> Answer<T> to(Supplier<T> call) {
        long start = System.nanoTime();
        return answer(call.get(), start);
    }

    <T> Uni<Answer<T>> toAsync(Supplier<Uni<T>> call) {
        long start = System.nanoTime();
        return call.get().map(content -> answer(content, start));
    }

    private <T> Answer<T> answer(T content, long start) {
        long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start);
        return new Answer<>(content, micros, executions.ofThisRequest());
    }
}
