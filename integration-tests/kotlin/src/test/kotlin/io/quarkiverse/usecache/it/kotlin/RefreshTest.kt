package io.quarkiverse.usecache.it.kotlin

import io.quarkiverse.usecache.CacheTag
import io.quarkiverse.usecache.CachedCall.cacheTag
import io.quarkiverse.usecache.RevalidationMode.STALE
import io.quarkiverse.usecache.TagCache
import io.quarkiverse.usecache.UseCache
import io.quarkus.test.junit.QuarkusTest
import jakarta.enterprise.context.ApplicationScoped
import jakarta.inject.Inject
import java.util.concurrent.atomic.AtomicInteger
import kotlinx.coroutines.CoroutineName
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext
import org.assertj.core.api.Assertions.assertThat
import org.awaitility.Awaitility.await
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.Timeout

/** A stale value is served at once, and refreshed in a coroutine that has nothing of the caller's. */
@QuarkusTest
@Timeout(60)
class RefreshTest {

    @Inject
    lateinit var rates: Rates

    @Inject
    lateinit var tags: TagCache

    @Test
    fun aStaleValueIsRefreshedBehindTheCall() {
        assertThat(called()).isEqualTo(Rate(1, "caller"))
        gate = Gate()
        tags.revalidateTag(STALE, "rates")

        assertThat(called()).isEqualTo(Rate(1, "caller"))
        gate.open()
        await().untilAsserted { assertThat(called()).isEqualTo(Rate(2, null)) }
        tags.revalidateTag("after the gate")
        assertThat(called()).isEqualTo(Rate(3, "caller"))
    }

    private fun called(): Rate = runBlocking { withContext(CoroutineName("caller")) { rates.current() } }

    @ApplicationScoped
    class Rates {

        @UseCache
        @CacheTag("rates")
        suspend fun current(): Rate {
            gate.pass()
            cacheTag("after the gate")
            return Rate(runs.incrementAndGet(), currentCoroutineContext()[CoroutineName]?.name)
        }
    }

    data class Rate(val run: Int, val caller: String?)

    companion object {

        val runs = AtomicInteger()

        @Volatile
        var gate = Gate().apply { open() }
    }
}
