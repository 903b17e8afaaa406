package io.quarkiverse.usecache.it.benchmarks.contestant;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.springframework.cache.CacheManager;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.cache.caffeine.CaffeineCacheManager;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.github.benmanes.caffeine.cache.Caffeine;

/** A plain Spring context, for the benchmarks that ask for it. */
@State(Scope.Benchmark)
public class SpringApplication {

    private AnnotationConfigApplicationContext context;
    public SpringProducts products;

    @Setup
    public void start() {
        context = new AnnotationConfigApplicationContext(Caching.class);
        products = context.getBean(SpringProducts.class);
        products.byKey(ProductKey.parse(ProductKey.TEXT));
    }

    @TearDown
    public void stop() {
        context.close();
    }

    /** What such a context contains. */
    @EnableCaching
    @Configuration(proxyBeanMethods = false)
    public static class Caching {

        @Bean
        CacheManager cacheManager() {
            CaffeineCacheManager manager = new CaffeineCacheManager();
            manager.setCaffeine(Caffeine.newBuilder().maximumSize(Products.MAXIMUM));
            manager.registerCustomCache(Misses.CACHE, Caffeine.newBuilder().maximumSize(Misses.MAXIMUM).build());
            return manager;
        }

        @Bean
        SpringProducts products() {
            return new SpringProducts();
        }
    }
}
