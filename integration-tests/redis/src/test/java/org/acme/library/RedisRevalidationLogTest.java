package org.acme.library;

import io.quarkiverse.usecache.tck.RevalidationLogContract;
import io.quarkiverse.usecache.tck.StoreUnderTest;

class RedisRevalidationLogTest extends RevalidationLogContract {

    @Override
    protected StoreUnderTest create() {
        return new StoreInRedis();
    }
}
