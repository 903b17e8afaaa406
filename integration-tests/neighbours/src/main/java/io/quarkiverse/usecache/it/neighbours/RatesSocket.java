package io.quarkiverse.usecache.it.neighbours;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.smallrye.mutiny.Uni;

@WebSocket(path = "/rates")
public class RatesSocket {

    private final Rates rates;

    RatesSocket(Rates rates) {
        this.rates = rates;
    }

    @OnTextMessage
    @UseCache
    @CacheTag("answer:{currency}")
    public Uni<String> answer(String currency) {
        return rates.later(currency).map(value -> currency + " " + value);
    }
}
