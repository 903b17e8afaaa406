package org.acme.weather;

import static io.quarkiverse.usecache.CachedCall.cacheTag;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.RevalidateTag;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.cache.CacheResult;

@ApplicationScoped
public class Weather {

    private final Service service = (day, city) -> new Forecast(city + " harbour", 21);

    // tag::result[]
    @CacheResult(cacheName = "weather")
    @CacheTag("city:{city}") // <1>
    public Forecast daily(LocalDate day, String city) {
        Forecast found = service.forecast(day, city);
        cacheTag("station:" + found.station()); // <2>
        return found;
    }
    // end::result[]

    // tag::moved[]
    @UseCache("weather")
    @CacheTag({ "weather", "city:{city}" })
    public Forecast forecast(LocalDate day, String city) {
        return service.forecast(day, city);
    }

    @RevalidateTag("city:{city}") // instead of @CacheInvalidate
    public void measured(String city, int degrees) {
        service.forecast(LocalDate.EPOCH, city);
    }
    // end::moved[]

    public record Forecast(String station, int degrees) {
    }

    interface Service {
        Forecast forecast(LocalDate day, String city);
    }
}
