package io.quarkiverse.usecache.tck;

class MemoryRevalidationLogTest extends RevalidationLogContract {

    @Override
    protected StoreUnderTest create() {
        return new MemoryUnderTest();
    }
}
