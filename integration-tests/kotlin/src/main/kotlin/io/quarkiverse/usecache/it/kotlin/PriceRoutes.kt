package io.quarkiverse.usecache.it.kotlin

import io.vertx.ext.web.Route
import io.vertx.ext.web.Router
import io.vertx.ext.web.RoutingContext
import io.vertx.ext.web.handler.BodyHandler
import jakarta.enterprise.event.Observes
import jakarta.inject.Singleton
import kotlinx.coroutines.runBlocking

/** Serves the prices, and lets them be changed with the knowledge of the cache and without. */
@Singleton
class PriceRoutes(private val prices: Prices) {

    fun add(@Observes router: Router) {
        router.route("/prices/:item").handler(BodyHandler.create())
        router.get("/prices/:item").answers { prices.label(it.item()) }
        router.put("/prices/:item").answers { prices.change(it.item(), it.price()) }
        router.post("/prices/:item").answers { prices.write(it.item(), it.price()) }
    }

    private fun Route.answers(handler: suspend (RoutingContext) -> Any) {
        blockingHandler { request -> request.end(runBlocking { handler(request) }.toString()) }
    }

    private fun RoutingContext.item(): String = pathParam("item")

    private fun RoutingContext.price(): Int = body().asString().toInt()
}
