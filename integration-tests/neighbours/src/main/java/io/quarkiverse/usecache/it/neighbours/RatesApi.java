package io.quarkiverse.usecache.it.neighbours;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.RevalidateTag;
import io.quarkiverse.usecache.UseCache;
import io.smallrye.mutiny.Uni;

@GraphQLApi
@ApplicationScoped
public class RatesApi {

    private final Rates rates;

    RatesApi(Rates rates) {
        this.rates = rates;
    }

    @Query
    @UseCache
    @CacheTag("quote:{currency}")
    public Rate quote(String currency) {
        return new Rate(currency, rates.rate(currency));
    }

    @Query
    @UseCache
    @CacheTag("quote:{currency}")
    public Uni<Rate> later(String currency) {
        return rates.later(currency).map(value -> new Rate(currency, value));
    }

    /** A field that is resolved by itself. */
    @UseCache
    @CacheTag("rate:{rate.currency}")
    public int half(@Source Rate rate) {
        return rate.value() / 2;
    }

    @Mutation
    @RevalidateTag("rate:{currency}")
    public Rate change(String currency, int value) {
        rates.set(currency, value);
        return new Rate(currency, value);
    }
}
