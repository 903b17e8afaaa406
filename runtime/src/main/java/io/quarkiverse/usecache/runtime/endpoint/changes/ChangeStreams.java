package io.quarkiverse.usecache.runtime.endpoint.changes;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.quarkiverse.usecache.runtime.config.ChangesConfig;
import io.quarkiverse.usecache.runtime.config.UseCacheConfig;
import io.quarkiverse.usecache.runtime.endpoint.message.Problem;
import io.quarkiverse.usecache.spi.WatchCheck;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;

/** The clients that are told of changes: a limited number, each for as long as it takes what it is sent. */
@Singleton
public class ChangeStreams {

    private static final Logger LOG = Logger.getLogger(ChangeStreams.class);

    private final ChangeLog log;
    private final ChangesConfig config;
    private final WatchRule rule;
    private final Set<ChangeStream> open = ConcurrentHashMap.newKeySet();
    private final Map<Executor, ChangeStreamGroup> groups = new ConcurrentHashMap<>();

    @Inject
    ChangeStreams(ChangeLog log, UseCacheConfig config, Instance<WatchCheck> check) {
        this.log = log;
        this.config = config.endpoint().changes();
        this.rule = WatchRule.of(this.config, check);
        log.watch(() -> groups.values().forEach(ChangeStreamGroup::wake));
        if (this.config.heartbeat().toMillis() < 1) {
            throw new IllegalArgumentException("quarkus.use-cache.endpoint.changes.heartbeat [" + this.config.heartbeat()
                    + "] must be at least a millisecond. Use 15s for clients behind most proxies.");
        }
    }

    /** @throws Problem if it may not watch these tags, or there are too many clients */
    void open(RoutingContext routing, List<String> wanted) {
        HttpServerRequest request = routing.request();
        Vertx vertx = routing.vertx();
        WatchedTags tags = rule.narrow(routing, wanted);
        ContextInternal context = (ContextInternal) vertx.getOrCreateContext();
        ChangeStream stream = new ChangeStream(context, request.response(), log, tags);
        admit(stream);
        ChangeStreamGroup group = groups.computeIfAbsent(context.nettyEventLoop(), ChangeStreamGroup::new);
        group.add(stream);
        HttpServerResponse response = request.response();
        long beat = vertx.setPeriodic(config.heartbeat().toMillis(), now -> beat(stream, request));
        response.closeHandler(closed -> {
            vertx.cancelTimer(beat);
            group.remove(stream);
            open.remove(stream);
        });
        response.exceptionHandler(failure -> LOG.debugf(failure, "A client that watches [%s] is gone", tags.patterns()));
        response.setChunked(request.version() != HttpVersion.HTTP_2).putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store").putHeader("X-Accel-Buffering", "no");
        request.resume();
        stream.begin(request.getHeader("Last-Event-ID"));
    }

    private synchronized void admit(ChangeStream stream) {
        if (open.size() >= config.maximumClients()) {
            throw Problem.of(503, "Retry-After", "5", "There are already " + open.size()
                    + " clients that watch. Come back later, or raise quarkus.use-cache.endpoint.changes.maximum-clients.");
        }
        open.add(stream);
    }

    private void beat(ChangeStream stream, HttpServerRequest request) {
        if (stream.isStuck()) {
            LOG.debugf("A client that takes nothing is dropped: [%s]", request.remoteAddress());
            drop(request);
        }
    }

    /** To close the connection in the usual way would wait for the client to take what is left, in Vert.x or in the kernel. */
    private static void drop(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            ChannelHandlerContext connection = ((ConnectionBase) request.connection()).channelHandlerContext();
            connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
            connection.close();
        }
    }

    /** Clients come back, to the next application where the server goes on, as in dev mode. */
    @PreDestroy
    void end() {
        open.forEach(ChangeStream::end);
    }
}
