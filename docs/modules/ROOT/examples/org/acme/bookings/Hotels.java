package org.acme.bookings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.RevalidateTag;
import io.quarkiverse.usecache.UseCache;

@ApplicationScoped
public class Hotels {

    private final Map<String, Hotel> hotels = new ConcurrentHashMap<>();

    // tag::templates[]
    @UseCache
    @CacheTag("hotel:{code}") // <1>
    public Optional<Hotel> byCode(String code) {
        return Optional.ofNullable(hotels.get(code));
    }

    @UseCache
    @CacheTag("search:{search.city}") // <2>
    @CacheTag("hotel:{result[].code}") // <3>
    public List<Hotel> find(HotelSearch search) {
        return hotels.values().stream().filter(hotel -> hotel.city().equals(search.city())).limit(100).toList();
    }
    // end::templates[]

    // tag::uncached[]
    @CacheTag("hotels") // <1>
    public int count() {
        return hotels.size();
    }

    @UseCache
    public String headline() {
        return count() + " hotels to choose from"; // <2>
    }
    // end::uncached[]

    // tag::revalidate[]
    @RevalidateTag({ "hotels", "hotel:{hotel.code}", "search:{hotel.city}" })
    public void save(Hotel hotel) {
        hotels.put(hotel.code(), hotel);
    }
    // end::revalidate[]

    public record Hotel(String code, String name, String city) {
    }

    public record HotelSearch(String city, String note) {
    }
}
