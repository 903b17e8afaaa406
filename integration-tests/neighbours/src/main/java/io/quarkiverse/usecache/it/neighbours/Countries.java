package io.quarkiverse.usecache.it.neighbours;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.RevalidateTag;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@ApplicationScoped
public class Countries implements PanacheRepositoryBase<Country, String> {

    @UseCache
    @CacheTag("currency:{currency}")
    public List<String> with(String currency) {
        return list("currency = ?1 order by code", currency).stream().map(country -> country.code).toList();
    }

    @Transactional
    @RevalidateTag("currency:{currency}")
    public void add(String code, String currency) {
        Country country = new Country();
        country.code = code;
        country.currency = currency;
        persist(country);
        if (currency.isEmpty()) {
            throw new IllegalArgumentException("There is no currency: " + code + ". Name one.");
        }
    }

    @Override
    @Transactional
    @RevalidateTag("currency:{country.currency}")
    public void delete(Country country) {
        deleteById(country.code);
    }
}
