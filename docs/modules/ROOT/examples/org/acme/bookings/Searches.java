package org.acme.bookings;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.usecache.UseCache;
import io.quarkus.cache.CacheKey;
import io.quarkus.cache.CacheKeyGenerator;
import io.quarkus.cache.CompositeCacheKey;

@ApplicationScoped
public class Searches {

    // tag::cache-key[]
    @UseCache
    public List<String> suggestions(@CacheKey String prefix, String clientId) { // <1>
        return List.of(prefix + " (asked by " + clientId + ")");
    }
    // end::cache-key[]

    // tag::generator[]
    @UseCache(keyGenerator = IgnoreCase.class)
    public List<String> results(String text, int page) {
        return List.of(text + ", page " + page);
    }

    @ApplicationScoped
    public static class IgnoreCase implements CacheKeyGenerator {

        @Override
        public Object generate(Method method, Object... arguments) {
            return new CompositeCacheKey(((String) arguments[0]).toLowerCase(Locale.ROOT), arguments[1]);
        }
    }
    // end::generator[]
}
