package io.quarkiverse.usecache.tck;

class MemorySharedEntriesTest extends SharedEntriesContract {

    @Override
    protected StoreUnderTest create() {
        return new MemoryUnderTest();
    }
}
