package io.quarkiverse.usecache.it.kotlin

import io.quarkiverse.usecache.UseCache
import io.quarkiverse.usecache.UseCache.Visibility.PRIVATE
import io.quarkus.security.identity.CurrentIdentityAssociation
import io.quarkus.security.runtime.QuarkusPrincipal
import io.quarkus.security.runtime.QuarkusSecurityIdentity
import io.quarkus.test.junit.QuarkusTest
import jakarta.enterprise.context.ApplicationScoped
import jakarta.enterprise.context.control.ActivateRequestContext
import jakarta.inject.Inject
import java.util.concurrent.atomic.AtomicInteger
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.Timeout

/** A private suspend function gives each user entries of their own, and none where nobody is known. */
@QuarkusTest
@Timeout(60)
class PrivateTest {

    @Inject
    lateinit var baskets: Baskets

    @Inject
    lateinit var users: Users

    @Test
    fun eachUserHasEntriesOfTheirOwn() {
        val ann = users.called("ann") { baskets.mine() }

        assertThat(users.called("bob") { baskets.mine() }).isNotEqualTo(ann)
        assertThat(users.called("ann") { baskets.mine() }).isEqualTo(ann)
    }

    @Test
    fun aCallWithoutUserIsNotCached() {
        assertThat(users.called(null) { baskets.mine() }).isNotEqualTo(users.called(null) { baskets.mine() })
    }

    @ApplicationScoped
    class Users(private val association: CurrentIdentityAssociation) {

        @ActivateRequestContext
        fun called(name: String?, call: suspend () -> Int): Int {
            val identity = QuarkusSecurityIdentity.builder()
            association.identity = if (name == null) identity.setAnonymous(true).build()
            else identity.setPrincipal(QuarkusPrincipal(name)).build()
            return runBlocking { call() }
        }
    }

    @ApplicationScoped
    class Baskets {

        @UseCache(visibility = PRIVATE)
        suspend fun mine(): Int {
            yield()
            return runs.incrementAndGet()
        }
    }

    companion object {

        val runs = AtomicInteger()
    }
}
