package io.quarkiverse.usecache.it.kotlin

import java.util.concurrent.atomic.AtomicInteger
import kotlinx.coroutines.CompletableDeferred

/** Where functions wait until they are let go on. */
class Gate {

    private val opened = CompletableDeferred<Unit>()
    private val arrivals = AtomicInteger()

    val arrived: Int
        get() = arrivals.get()

    suspend fun pass() {
        arrivals.incrementAndGet()
        opened.await()
    }

    fun open() {
        opened.complete(Unit)
    }
}
