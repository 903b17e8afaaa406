package io.quarkiverse.usecache.it.kotlin

import io.quarkiverse.usecache.UseCache
import io.quarkus.cache.CacheKey
import io.quarkus.cache.CacheKeyGenerator
import io.quarkus.test.junit.QuarkusTest
import jakarta.enterprise.context.ApplicationScoped
import jakarta.inject.Inject
import java.lang.reflect.Method
import java.util.concurrent.atomic.AtomicInteger
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext
import kotlinx.coroutines.yield
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.Timeout

/** Suspend functions are cached by their arguments, of which the continuation is none. */
@QuarkusTest
@Timeout(60)
class ValuesTest {

    @Inject
    lateinit var library: Library

    @BeforeEach
    fun forgetRuns() = runs.set(0)

    @Test
    fun aSecondCallIsGivenTheValueOfTheFirst() = runBlocking<Unit> {
        val first = library.find("one", 1)

        assertThat(library.find("one", 1)).isSameAs(first)
        assertThat(library.find("one", 2)).isNotSameAs(first)
        assertThat(runs).hasValue(2)
    }

    @Test
    fun theValueIsGivenToCallersOnOtherDispatchers() = runBlocking<Unit> {
        val first = library.find("everywhere")

        assertThat(withContext(Dispatchers.IO) { library.find("everywhere") }).isSameAs(first)
        assertThat(withContext(Dispatchers.Unconfined) { library.find("everywhere") }).isSameAs(first)
        assertThat(runs).hasValue(1)
    }

    @Test
    fun aDefaultArgumentIsAnArgument() = runBlocking<Unit> {
        assertThat(library.find("default")).isSameAs(library.find("default", 10))
        assertThat(runs).hasValue(1)
    }

    @Test
    fun nullIsKept() = runBlocking<Unit> {
        assertThat(library.nothing("n")).isNull()
        assertThat(library.nothing("n")).isNull()
        assertThat(runs).hasValue(1)
    }

    @Test
    fun aFunctionThatDoesNotSuspendIsCached() = runBlocking<Unit> {
        assertThat(library.atOnce()).isEqualTo(1)
        assertThat(library.atOnce()).isEqualTo(1)
    }

    @Test
    fun onlyTheParameterWithCacheKeyCounts() = runBlocking<Unit> {
        assertThat(library.byKey("a", 1)).isSameAs(library.byKey("b", 1))
        assertThat(runs).hasValue(1)
    }

    @Test
    fun aKeyGeneratorIsNotGivenTheContinuation() = runBlocking<Unit> {
        assertThat(library.generated("a", 1)).isSameAs(library.generated("b", 2))
        assertThat(seen).containsExactly("b", 2)
        assertThat(runs).hasValue(1)
    }

    @Test
    fun anInheritedFunctionIsCachedForEachType(): Unit = runBlocking {
        assertThat(library.inherited("x")).isEqualTo("x 1")
        assertThat(library.inherited("x")).isEqualTo("x 1")
        assertThat(library.inherited("y")).isEqualTo("y 2")
    }

    @ApplicationScoped
    class Library : Shelf<String>() {

        @UseCache
        suspend fun find(title: String, pages: Int = 10): List<String> {
            yield()
            return made(title + pages)
        }

        @UseCache
        suspend fun nothing(title: String): String? {
            yield()
            runs.incrementAndGet()
            return title.takeIf { it.isEmpty() }
        }

        @UseCache
        suspend fun atOnce(): Int = runs.incrementAndGet()

        @UseCache
        suspend fun byKey(title: String, @CacheKey pages: Int): List<String> {
            yield()
            return made(title + pages)
        }

        @UseCache(keyGenerator = Constant::class)
        suspend fun generated(title: String, pages: Int): List<String> {
            yield()
            return made(title + pages)
        }
    }

    open class Shelf<T> {

        @UseCache
        open suspend fun inherited(key: T): String {
            yield()
            return "$key ${runs.incrementAndGet()}"
        }
    }

    class Constant : CacheKeyGenerator {

        override fun generate(method: Method, vararg arguments: Any?): Any {
            seen = arguments.toList()
            return "constant"
        }
    }

    companion object {

        val runs = AtomicInteger()

        @Volatile
        var seen: List<Any?> = listOf()

        fun made(text: String): List<String> {
            runs.incrementAndGet()
            return listOf(text)
        }
    }
}
