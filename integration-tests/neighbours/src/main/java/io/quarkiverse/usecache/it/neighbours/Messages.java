package io.quarkiverse.usecache.it.neighbours;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Outgoing;

import io.quarkiverse.usecache.RevalidateTag;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.annotations.Blocking;

@ApplicationScoped
public class Messages {

    private final Rates rates;

    Messages(Rates rates) {
        this.rates = rates;
    }

    @Incoming("changes")
    @RevalidateTag("rate:{change.currency}")
    public void change(Rate change) {
        rates.set(change.currency(), change.value());
    }

    @Incoming("questions")
    @Outgoing("answers")
    public Uni<Rate> answer(String currency) {
        return rates.later(currency).map(value -> new Rate(currency, value));
    }

    @Incoming("blocking-questions")
    @Outgoing("blocking-answers")
    @Blocking
    public Rate answerBlocking(String currency) {
        return new Rate(currency, rates.rate(currency));
    }
}
