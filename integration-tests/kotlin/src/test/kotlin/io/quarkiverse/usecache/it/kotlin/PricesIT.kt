package io.quarkiverse.usecache.it.kotlin

import io.quarkus.test.junit.QuarkusIntegrationTest

@QuarkusIntegrationTest
class PricesIT : PricesTest()
