package org.acme.watch;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.usecache.spi.WatchCheck;
import io.vertx.ext.web.RoutingContext;

// tag::check[]
@ApplicationScoped
class OwnBookings implements WatchCheck {

    @Override
    public boolean mayWatch(RoutingContext request, String tag) { // <1>
        return tag.equals("customer:" + request.request().getHeader("X-Customer")); // <2>
    }
}
// end::check[]
