package io.quarkiverse.usecache.test.guide;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

/** Three days from a day on, as the guide shows them. */
@Path("/weather")
public class ForecastResource {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final Forecasts forecasts;
    private final Records records;

    ForecastResource(Forecasts forecasts, Records records) {
        this.forecasts = forecasts;
        this.records = records;
    }

    /** @param executions how often the service ran so far */
    public record Forecast(List<String> daily, int executions) {
    }

    @GET
    public Forecast forecast(@QueryParam("city") String city, @QueryParam("daysInFuture") long days) {
        List<String> daily = LongStream.range(days, days + 3).mapToObj(day -> forecasts.daily(TODAY.plusDays(day), city))
                .toList();
        return new Forecast(daily, forecasts.runs());
    }

    @DELETE
    public void forget(@QueryParam("city") String city, @QueryParam("day") Long day) {
        if (city == null) {
            forecasts.forgetAll();
        } else if (day % 2 == 0) {
            forecasts.forget(TODAY.plusDays(day), city);
        } else {
            forecasts.forgetWith(TODAY.plusDays(day), city, "odd");
        }
    }

    @GET
    @Path("/hottest")
    public String hottest(@QueryParam("city") String city) {
        return records.hottest(city).await().atMost(Duration.ofSeconds(20));
    }

    @DELETE
    @Path("/hottest")
    public void forgetHottest(@QueryParam("city") String city) {
        records.forget(city).await().atMost(Duration.ofSeconds(20));
    }
}
