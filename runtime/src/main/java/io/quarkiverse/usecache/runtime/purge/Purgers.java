package io.quarkiverse.usecache.runtime.purge;

import java.net.URI;
import java.util.Optional;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.runtime.config.PurgeConfig;
import io.quarkiverse.usecache.runtime.purge.adapter.CloudflarePurger;
import io.quarkiverse.usecache.runtime.purge.adapter.FastlyPurger;
import io.quarkiverse.usecache.runtime.purge.adapter.NextjsPurger;
import io.quarkiverse.usecache.runtime.purge.adapter.PurgeClient;
import io.quarkiverse.usecache.runtime.purge.adapter.VarnishPurger;
import io.quarkiverse.usecache.spi.EdgePurger;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;

/** Makes what speaks with each target, as the configuration says. */
@Singleton
public class Purgers {

    private static final URI FASTLY = URI.create("https://api.fastly.com");
    private static final URI CLOUDFLARE = URI.create("https://api.cloudflare.com/client/v4");

    private final Instance<Vertx> vertx;
    private final Instance<EdgePurger> beans;

    @Inject
    Purgers(Instance<Vertx> vertx, @Any Instance<EdgePurger> beans) {
        this.vertx = vertx;
        this.beans = beans;
    }

    /** @throws IllegalArgumentException if its configuration lacks something; the message says what */
    EdgePurger of(String name, PurgeConfig config) {
        return config.type().isPresent() ? purger(name, config) : bean(name);
    }

    private EdgePurger bean(String name) {
        Instance<EdgePurger> own = beans.select(Identifier.Literal.of(name));
        if (!own.isResolvable()) {
            throw new IllegalArgumentException(TargetSettings.property(name, "type") + " is missing, and there is not one "
                    + "bean that implements EdgePurger and has the qualifier @Identifier(\"" + name
                    + "\"). Say varnish, fastly, cloudflare or nextjs, or add the bean.");
        }
        return own.get();
    }

    private EdgePurger purger(String name, PurgeConfig config) {
        switch (config.type().get()) {
            case VARNISH:
                return new VarnishPurger(url(name, config.url()), config.token(), client(name, config));
            case FASTLY:
                return new FastlyPurger(url(name, config.url().or(() -> Optional.of(FASTLY))),
                        required(name, "service-id", config.serviceId()), token(name, config), client(name, config));
            case CLOUDFLARE:
                return new CloudflarePurger(url(name, config.url().or(() -> Optional.of(CLOUDFLARE))),
                        required(name, "zone-id", config.zoneId()), token(name, config), client(name, config));
            default:
                return new NextjsPurger(url(name, config.url()), token(name, config), client(name, config));
        }
    }

    private static String token(String name, PurgeConfig config) {
        return required(name, "token", config.token());
    }

    private PurgeClient client(String name, PurgeConfig config) {
        return new PurgeClient(vertx.get(), config.timeout(), TargetSettings.property(name, "token"));
    }

    /** It is shown when a request fails, so no secret can be part of it. */
    private static URI url(String name, Optional<URI> configured) {
        String property = TargetSettings.property(name, "url");
        URI url = configured.orElseThrow(() -> new IllegalArgumentException(property
                + " is missing. Give the address to send requests to, such as http://varnish:6081."));
        boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!http || url.getHost() == null || url.getUserInfo() != null || url.getQuery() != null) {
            throw new IllegalArgumentException(property + " is no address with http or https, a host and at most a port and a "
                    + "path, such as http://varnish:6081. A secret goes to " + TargetSettings.property(name, "token") + ".");
        }
        return url;
    }

    private static String required(String name, String property, Optional<String> value) {
        return value.orElseThrow(() -> new IllegalArgumentException(TargetSettings.property(name, property)
                + " is missing. Give it, or remove the target."));
    }
}
