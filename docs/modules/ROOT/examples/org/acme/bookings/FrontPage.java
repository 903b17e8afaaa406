package org.acme.bookings;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.context.ManagedExecutor;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.UseCache;

@ApplicationScoped
public class FrontPage {

    @Inject
    News news;

    // tag::nested[]
    @UseCache
    @CacheTag("front-page")
    public Page frontPage() {
        return new Page(news.latest(), news.offers()); // <1>
    }
    // end::nested[]

    // tag::threads[]
    @Inject
    ManagedExecutor executor;

    @UseCache
    public Page onOtherThreads() {
        var latest = executor.supplyAsync(news::latest); // <1>
        var offers = executor.supplyAsync(news::offers);
        return new Page(latest.join(), offers.join());
    }
    // end::threads[]

    public record Page(List<String> news, List<String> offers) {
    }

    @ApplicationScoped
    public static class News {

        @UseCache
        @CacheTag("news")
        public List<String> latest() {
            return List.of("Seaview has a new pool");
        }

        @UseCache
        @CacheTag("offers")
        public List<String> offers() {
            return List.of("Three nights for two");
        }
    }
}
