package io.quarkiverse.usecache.it.kotlin

import io.quarkiverse.usecache.CacheTag
import io.quarkiverse.usecache.CachedCall
import io.quarkiverse.usecache.CachedCall.cacheTag
import io.quarkiverse.usecache.TagCache
import io.quarkiverse.usecache.UseCache
import io.quarkus.test.junit.QuarkusTest
import jakarta.enterprise.context.ApplicationScoped
import jakarta.inject.Inject
import java.util.concurrent.atomic.AtomicInteger
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext
import kotlinx.coroutines.yield
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.Timeout
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.ValueSource

/** What is said of a result reaches it from wherever a suspend function goes on. */
@QuarkusTest
@Timeout(60)
class TagsTest {

    @Inject
    lateinit var tagged: Tagged

    @Inject
    lateinit var outer: Outer

    @Inject
    lateinit var tags: TagCache

    @ParameterizedTest
    @ValueSource(
        strings = ["class", "argument:x", "result:x", "before", "after", "elsewhere", "after elsewhere", "child", "helper:x"],
    )
    fun eachTagRevalidatesTheResult(tag: String) = runBlocking<Unit> {
        val before = tagged.find("x")
        assertThat(tagged.find("x")).isEqualTo(before)
        tags.revalidateTag(tag)

        assertThat(tagged.find("x")).isNotEqualTo(before)
    }

    @Test
    fun tagsReachTheCallsAround() = runBlocking<Unit> {
        val before = outer.find("nested")
        assertThat(outer.find("nested")).isEqualTo(before)
        tags.revalidateTag("result:nested")

        assertThat(outer.find("nested")).isNotEqualTo(before)
    }

    @Test
    fun aCallThatIsServedTagsTheCallsAround() = runBlocking<Unit> {
        tagged.find("hit")
        val before = outer.find("hit")
        tags.revalidateTag("after elsewhere")

        assertThat(outer.find("hit")).isNotEqualTo(before)
    }

    @Test
    fun theCallerIsNoPartOfTheCallWhenItGoesOn() = runBlocking<Unit> {
        tagged.find("over")

        assertThat(CachedCall.isActive()).isFalse()
        yield()
        assertThat(CachedCall.isActive()).isFalse()
    }

    @ApplicationScoped
    @CacheTag("class")
    class Tagged(private val helper: Helper) {

        @UseCache
        @CacheTag("argument:{key}", "result:{result.key}")
        suspend fun find(key: String): Found {
            cacheTag("before")
            yield()
            cacheTag("after")
            withContext(Dispatchers.IO) { cacheTag("elsewhere") }
            cacheTag("after elsewhere")
            coroutineScope { async(Dispatchers.Default) { cacheTag("child") } }
            helper.help(key)
            return Found(key, runs.incrementAndGet())
        }
    }

    @ApplicationScoped
    class Helper {

        @CacheTag("helper:{key}")
        suspend fun help(key: String): String {
            yield()
            return key
        }
    }

    @ApplicationScoped
    class Outer(private val tagged: Tagged) {

        @UseCache
        suspend fun find(key: String): List<Found> {
            yield()
            return listOf(tagged.find(key))
        }
    }

    data class Found(val key: String, val run: Int)

    companion object {

        val runs = AtomicInteger()
    }
}
