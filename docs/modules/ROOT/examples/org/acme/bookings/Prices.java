package org.acme.bookings;

import static io.quarkiverse.usecache.CachedCall.cacheLife;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.usecache.CacheLife;
import io.quarkiverse.usecache.Lifetime;
import io.quarkiverse.usecache.UseCache;

@ApplicationScoped
public class Prices {

    // tag::annotation[]
    @UseCache
    @CacheLife(value = "hours", expire = "6h") // <1>
    public BigDecimal listPrice(String hotel) {
        return askHeadOffice(hotel).amount();
    }

    @UseCache
    @CacheLife(revalidate = "30s", expire = "never") // <2>
    public int roomsLeft(String hotel) {
        return askHeadOffice(hotel).roomsLeft();
    }
    // end::annotation[]

    // tag::data[]
    @UseCache
    public Offer offer(String hotel) {
        Offer offer = askHeadOffice(hotel);
        Duration left = Duration.between(Instant.now(), offer.validUntil());
        Duration life = left.isNegative() ? Duration.ZERO : left; // <1>
        cacheLife(new Lifetime(null, life, life)); // <2>
        return offer;
    }
    // end::data[]

    private static Offer askHeadOffice(String hotel) {
        return new Offer(BigDecimal.valueOf(100L + hotel.length()), 7, Instant.now().plusSeconds(3600));
    }

    public record Offer(BigDecimal amount, int roomsLeft, Instant validUntil) {
    }
}
