package io.quarkiverse.usecache.it.plain;

import io.quarkus.test.junit.main.QuarkusMainIntegrationTest;

@QuarkusMainIntegrationTest
class PrimesCommandIT extends PrimesCommandTest {
}
