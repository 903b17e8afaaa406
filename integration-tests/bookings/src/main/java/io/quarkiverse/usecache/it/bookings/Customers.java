package io.quarkiverse.usecache.it.bookings;

import static io.quarkiverse.usecache.CachedCall.cacheTag;

import java.util.List;
import java.util.NoSuchElementException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkiverse.usecache.CacheLife;
import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.RevalidateTag;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Reads customers through the cache; to rename one drops every list that shows its name. */
@ApplicationScoped
public class Customers {

    private static final int BUSIEST = 10;

    private final Executions executions;

    Customers(Executions executions) {
        this.executions = executions;
    }

    /** All of them: more than an entry can have tags, hence one tag for the list. */
    @UseCache
    @CacheLife("days")
    @CacheTag({ "bookings-data", "customers" })
    public List<CustomerView> all() {
        executions.record("all", "");
        return Customer.<Customer> listAll(Sort.by("id")).stream().map(CustomerView::of).toList();
    }

    /** The customers with the most bookings of a type. Asynchronous: the query runs on a worker thread. */
    @UseCache
    @CacheLife("minutes")
    @CacheTag({ "bookings-data", "totals:{type}" })
    public Uni<List<CustomerTotal>> busiest(String type) {
        return Uni.createFrom().item(() -> load(type)).runSubscriptionOn(Infrastructure.getDefaultExecutor());
    }

    private List<CustomerTotal> load(String type) {
        executions.record("busiest", type);
        List<CustomerTotal> found = QuarkusTransaction.requiringNew().call(() -> mostBookings(type));
        found.forEach(total -> cacheTag("customer:" + total.customerId()));
        return found;
    }

    private static List<CustomerTotal> mostBookings(String type) {
        return Booking.find("select c.id, c.name, c.city, count(b), avg(b.delay) from Booking b join b.customer c "
                + "where b.type = ?1 group by c.id, c.name, c.city order by count(b) desc, c.id", type)
                .project(CustomerTotal.class).page(0, BUSIEST).list();
    }

    @Transactional
    @RevalidateTag({ "customer:{id}", "customers" })
    public CustomerView rename(String id, String name) {
        Customer customer = Customer.<Customer> findByIdOptional(id)
                .orElseThrow(() -> new NoSuchElementException("There is no customer [" + id + "]."));
        customer.name = name;
        return CustomerView.of(customer);
    }
}
