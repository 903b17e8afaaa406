package io.quarkiverse.usecache.it.neighbours;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.reactive.messaging.spi.Connector;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;

/** Shows what the other beans have cached, and changes it: what a test sees of a packaged application. */
@Path("/pages")
public class Pages {

    private final Rates rates;
    private final UnreliableRates unreliable;
    private final CheckedRates checked;
    private final Countries countries;
    private final Forecasts forecasts;
    private final InMemoryConnector messages;

    Pages(Rates rates, UnreliableRates unreliable, CheckedRates checked, Countries countries, Forecasts forecasts,
            @Connector("smallrye-in-memory") InMemoryConnector messages) {
        this.rates = rates;
        this.unreliable = unreliable;
        this.checked = checked;
        this.countries = countries;
        this.forecasts = forecasts;
        this.messages = messages;
    }

    @GET
    @Path("rates/{currency}")
    public int rate(String currency) {
        return rates.rate(currency);
    }

    @GET
    @Path("rates/{currency}/later")
    public Uni<Integer> later(String currency) {
        return rates.later(currency);
    }

    /** By a message. */
    @PUT
    @Path("rates/{currency}/{value}")
    public void change(String currency, int value) {
        messages.source("changes").send(new Rate(currency, value));
    }

    @GET
    @Path("checked/{currency}")
    public int checked(String currency) {
        return checked.rate(currency);
    }

    /** Fails twice, is tried again, and says how often it ran. */
    @GET
    @Path("retried/{currency}")
    public int retried(String currency) {
        unreliable.fail(2);
        unreliable.retried(currency);
        return unreliable.runs();
    }

    @GET
    @Path("countries/{currency}")
    public String countries(String currency) {
        return String.join(",", countries.with(currency));
    }

    @PUT
    @Path("countries/{currency}/{code}")
    public void add(String currency, String code) {
        countries.add(code, currency);
    }

    @GET
    @Path("forecasts/{city}")
    public int forecast(String city) {
        return forecasts.of(city);
    }

    @DELETE
    @Path("forecasts/{city}")
    public void forget(String city) {
        forecasts.forget(city);
    }
}
