package io.quarkiverse.usecache.it.kotlin

import io.quarkiverse.usecache.UseCache
import io.quarkus.test.junit.QuarkusTest
import jakarta.enterprise.context.ApplicationScoped
import jakarta.inject.Inject
import java.io.IOException
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.CoroutineStart.UNDISPATCHED
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeoutOrNull
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.Timeout

/** Calls of one key share one run of a suspend function, which none of them can cancel, and its failure. */
@QuarkusTest
@Timeout(60)
class SharingTest {

    @Inject
    lateinit var slow: Slow

    @BeforeEach
    fun closeGate() {
        gate = Gate()
    }

    @Test
    fun callsAtTheSameTimeShareOneRun() = runBlocking<Unit> {
        val calls = List(20) { begun { slow.find("shared") } }
        gate.open()

        assertThat(calls.map { it.await() }.distinct()).hasSize(1)
        assertThat(gate.arrived).isEqualTo(1)
    }

    @Test
    fun callsOfSeveralThreadsShareOneRun() = runBlocking<Unit> {
        val calls = List(20) { async(Dispatchers.Default) { slow.find("threads") } }
        gate.open()

        assertThat(calls.map { it.await() }.distinct()).hasSize(1)
        assertThat(gate.arrived).isEqualTo(1)
    }

    @Test
    fun aCallerThatIsCancelledEndsAndLeavesTheRunToTheOthers() = runBlocking<Unit> {
        val first = begun { slow.find("cancelled") }
        val second = begun { slow.find("cancelled") }
        first.cancelAndJoin()
        gate.open()

        assertThat(second.await()).isSameAs(slow.find("cancelled"))
        assertThat(gate.arrived).isEqualTo(1)
    }

    @Test
    fun aWaitingCallerThatIsCancelledEnds() = runBlocking<Unit> {
        val first = begun { slow.find("waiting") }
        val second = begun { slow.find("waiting") }
        second.cancelAndJoin()
        gate.open()

        assertThat(first.await()).isSameAs(slow.find("waiting"))
    }

    @Test
    fun aCallThatTakesTooLongIsNotWaitedForAndKeptAllTheSame() = runBlocking<Unit> {
        assertThat(withTimeoutOrNull(1) { slow.find("late") }).isNull()
        gate.open()

        val value = slow.find("late")
        assertThat(slow.find("late")).isSameAs(value)
        assertThat(gate.arrived).isEqualTo(1)
    }

    @Test
    fun aFailureIsGivenToAllAsItIsAndNotKept() = runBlocking<Unit> {
        val calls = List(3) { begun { failureOf { slow.fail("all") } } }
        gate.open()

        assertThat(calls.map { it.await() }).allMatch { it === failure }
        assertThat(gate.arrived).isEqualTo(1)
        assertThat(failureOf { slow.fail("all") }).isSameAs(failure)
        assertThat(gate.arrived).isEqualTo(2)
    }

    @Test
    fun aFailureBeforeTheFunctionSuspendsIsGivenAsItIs() = runBlocking<Unit> {
        assertThat(failureOf { slow.failAtOnce() }).isSameAs(failure)
    }

    /** Calls a function, and returns when it is suspended. */
    private fun <T> CoroutineScope.begun(call: suspend () -> T) = async(start = UNDISPATCHED) { call() }

    private suspend fun failureOf(call: suspend () -> Any?): Throwable? =
        try {
            call()
            null
        } catch (e: IOException) {
            e
        }

    @ApplicationScoped
    class Slow {

        @UseCache
        suspend fun find(key: String): List<String> {
            gate.pass()
            currentCoroutineContext().ensureActive()
            return listOf(key)
        }

        @UseCache
        suspend fun fail(key: String): List<String> {
            gate.pass()
            throw failure
        }

        @UseCache
        suspend fun failAtOnce(): List<String> = throw failure
    }

    companion object {

        val failure = IOException("The source is away")

        @Volatile
        var gate = Gate()
    }
}
