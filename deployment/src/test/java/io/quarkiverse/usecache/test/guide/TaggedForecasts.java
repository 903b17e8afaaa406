package io.quarkiverse.usecache.test.guide;

import java.time.LocalDate;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

import io.quarkiverse.usecache.CacheTag;
import io.quarkus.cache.CacheResult;

/** The service, to which tags were added. */
@Alternative
@Priority(1)
@ApplicationScoped
public class TaggedForecasts extends Forecasts {

    @Override
    @CacheResult(cacheName = "weather-cache")
    @CacheTag({ "weather", "city:{city}" })
    public String daily(LocalDate date, String city) {
        return super.daily(date, city);
    }
}
