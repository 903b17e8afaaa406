package org.acme.library;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class MetersIT extends MetersTest {
}
