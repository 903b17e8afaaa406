package io.quarkiverse.usecache.it.kotlin

import io.quarkiverse.usecache.CacheTag
import io.quarkiverse.usecache.CachedCall.cacheTag
import io.quarkiverse.usecache.RevalidateTag
import io.quarkiverse.usecache.UseCache
import jakarta.enterprise.context.ApplicationScoped
import java.util.concurrent.ConcurrentHashMap
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext
import kotlinx.coroutines.yield

/** Reads prices from what stands for a slow source. */
@ApplicationScoped
class Prices {

    private val cents = ConcurrentHashMap(mapOf("tea" to 250, "coffee" to 320))

    @UseCache
    @CacheTag("prices", "price:{item}")
    suspend fun of(item: String): Int? {
        val found = read(item)
        if (found == null) cacheTag("missing")
        return found
    }

    @RevalidateTag("price:{item}", "missing")
    suspend fun change(item: String, price: Int) = write(item, price)

    /** Found again only when the price of the item, or that of any other, is revalidated. */
    @UseCache
    suspend fun label(item: String): String = "$item ${of(item) ?: "is not sold"}"

    /** Changes the source behind the back of the cache. */
    suspend fun write(item: String, price: Int) {
        yield()
        cents[item] = price
    }

    private suspend fun read(item: String): Int? = withContext(Dispatchers.IO) { cents[item] }
}
