package io.quarkiverse.usecache.it.neighbours;

import io.quarkiverse.usecache.RevalidateTag;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;

@WebSocket(path = "/raise")
public class ChangesSocket {

    private final Rates rates;

    ChangesSocket(Rates rates) {
        this.rates = rates;
    }

    @OnTextMessage
    @RevalidateTag("rate:{currency}")
    public String raise(String currency) {
        rates.raise(currency);
        return "raised";
    }
}
