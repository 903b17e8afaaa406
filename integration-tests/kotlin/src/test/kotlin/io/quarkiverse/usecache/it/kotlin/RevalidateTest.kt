package io.quarkiverse.usecache.it.kotlin

import io.quarkiverse.usecache.CacheTag
import io.quarkiverse.usecache.RevalidateTag
import io.quarkiverse.usecache.UseCache
import io.quarkus.test.junit.QuarkusTest
import jakarta.enterprise.context.ApplicationScoped
import jakarta.inject.Inject
import java.util.concurrent.atomic.AtomicInteger
import kotlinx.coroutines.CoroutineStart.UNDISPATCHED
import kotlinx.coroutines.async
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.Timeout

/** A change that suspends revalidates when it has been made, and not when it has failed. */
@QuarkusTest
@Timeout(60)
class RevalidateTest {

    @Inject
    lateinit var stock: Stock

    @BeforeEach
    fun closeGate() {
        gate = Gate()
    }

    @Test
    fun aChangeRevalidatesWhenItHasEnded() = runBlocking<Unit> {
        val before = stock.count("ended")
        val change = async(start = UNDISPATCHED) { stock.change("ended") }
        assertThat(stock.count("ended")).isEqualTo(before)
        gate.open()
        change.await()

        assertThat(stock.count("ended")).isNotEqualTo(before)
    }

    @Test
    fun aChangeThatDoesNotSuspendRevalidates() = runBlocking<Unit> {
        val before = stock.count("at once")
        gate.open()
        assertThat(stock.changeAtOnce("at once")).isEqualTo("at once")

        assertThat(stock.count("at once")).isNotEqualTo(before)
    }

    @Test
    fun aChangeThatFailsRevalidatesNothing() = runBlocking<Unit> {
        val before = stock.count("failed")
        gate.open()
        val thrown = try {
            stock.fail("failed")
        } catch (e: IllegalStateException) {
            e
        }

        assertThat(thrown).isSameAs(failure)
        assertThat(stock.count("failed")).isEqualTo(before)
    }

    @Test
    fun aChangeThatIsCancelledMayHaveBeenMadeAndRevalidates() = runBlocking<Unit> {
        val before = stock.count("cancelled")
        async(start = UNDISPATCHED) { stock.change("cancelled") }.cancelAndJoin()

        assertThat(stock.count("cancelled")).isNotEqualTo(before)
    }

    @Test
    fun aCachedChangeRevalidatesWhenItRuns() = runBlocking<Unit> {
        val before = stock.count("both")
        gate.open()
        val changed = stock.cachedChange("both")
        val after = stock.count("both")

        assertThat(after).isNotEqualTo(before)
        assertThat(stock.cachedChange("both")).isEqualTo(changed)
        assertThat(stock.count("both")).isEqualTo(after)
    }

    @ApplicationScoped
    class Stock {

        @UseCache
        @CacheTag("stock:{item}")
        suspend fun count(item: String): Int {
            yield()
            return counts.incrementAndGet()
        }

        @RevalidateTag("stock:{item}")
        suspend fun change(item: String) {
            gate.pass()
        }

        @RevalidateTag("stock:{result}")
        suspend fun changeAtOnce(item: String): String = item

        @RevalidateTag("stock:{item}")
        suspend fun fail(item: String) {
            gate.pass()
            throw failure
        }

        @UseCache
        @RevalidateTag("stock:{item}")
        suspend fun cachedChange(item: String): Int {
            gate.pass()
            return counts.incrementAndGet()
        }
    }

    companion object {

        val failure = IllegalStateException("Sold out")
        val counts = AtomicInteger()

        @Volatile
        var gate = Gate()
    }
}
