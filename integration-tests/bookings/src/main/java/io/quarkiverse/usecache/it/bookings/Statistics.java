package io.quarkiverse.usecache.it.bookings;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.usecache.CacheLife;
import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.UseCache;

/** Cached calls inside a cached call: the tags of the inner ones reach the outer one. */
@ApplicationScoped
public class Statistics {

    private final Executions executions;

    Statistics(Executions executions) {
        this.executions = executions;
    }

    /** Says nothing of the types' tags, yet is dropped with each of them, and then asks only that type anew. */
    @UseCache
    @CacheLife("hours")
    @CacheTag("statistics")
    public List<Totals> statistics() {
        executions.record("statistics", "");
        return BookingTypes.ALL.stream().map(this::totals).toList();
    }

    @UseCache
    @CacheLife("hours")
    @CacheTag({ "bookings-data", "totals:{type}" })
    public Totals totals(String type) {
        executions.record("totals", type);
        return Booking.find("select ?1, count(b), sum(case when b.delay <= 15 then 1 else 0 end), avg(b.delay), "
                + "percentile_disc(0.9) within group (order by b.delay) from Booking b where b.type = ?1", type)
                .project(Totals.class).singleResult();
    }
}
