package org.acme.library;

import io.quarkiverse.usecache.tck.SharedEntriesContract;
import io.quarkiverse.usecache.tck.StoreUnderTest;

class RedisSharedEntriesTest extends SharedEntriesContract {

    @Override
    protected StoreUnderTest create() {
        return new StoreInRedis();
    }
}
