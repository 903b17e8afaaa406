package io.quarkiverse.usecache.deployment;

import io.quarkiverse.usecache.runtime.method.MethodCatalog;
import io.quarkus.builder.item.SimpleBuildItem;

/**
 * Every cached, revalidating and tagging method of the application, as it is recorded. A method with a mistake may be
 * missing: the build fails then. Other extensions can read this item; it is available once beans have been discovered, and
 * before synthetic beans are registered.
 */
public final class MethodCatalogBuildItem extends SimpleBuildItem {

    private final MethodCatalog catalog;

    MethodCatalogBuildItem(MethodCatalog catalog) {
        this.catalog = catalog;
    }

    public MethodCatalog getCatalog() {
        return catalog;
    }
}
