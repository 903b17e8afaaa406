package io.quarkiverse.usecache.it.benchmarks.contestant;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Unremovable;
import io.smallrye.mutiny.Uni;

/** The methods that are measured, behind an interceptor that does nothing. */
@Unremovable
@ApplicationScoped
public class NoOpProducts {

    @NoOp
    public String featured() {
        return "product";
    }

    @NoOp
    public String byId(String id) {
        return id;
    }

    @NoOp
    public String byIdAndLanguage(String id, String language) {
        return id;
    }

    @NoOp
    public String byKey(ProductKey key) {
        return key.id();
    }

    @NoOp
    public Uni<String> later(String id) {
        return Uni.createFrom().item(id);
    }

    @NoOp
    public static String fromStatic(String id) {
        return id;
    }

    @NoOp
    public Long loaded(Long id) {
        return id;
    }
}
