package org.acme.library;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class SharedCacheIT extends SharedCacheTest {
}
