package io.quarkiverse.usecache.runtime.endpoint.changes;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.quarkiverse.usecache.runtime.config.ChangesConfig;
import io.quarkiverse.usecache.runtime.config.UseCacheConfig;
import io.quarkiverse.usecache.runtime.endpoint.message.Problem;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;

/** The clients that are told of changes: a limited number, each for as long as it takes what it is sent. */
@Singleton
public class ChangeStreams {

    private static final Logger LOG = Logger.getLogger(ChangeStreams.class);

    private final ChangeLog log;
    private final ChangesConfig config;
    private final WatchedTags allowed;
    private final Set<ChangeStream> open = ConcurrentHashMap.newKeySet();

    @Inject
    ChangeStreams(ChangeLog log, UseCacheConfig config) {
        this.log = log;
        this.config = config.endpoint().changes();
        this.allowed = new WatchedTags(this.config.tags().orElse(List.of()));
        if (this.config.heartbeat().toMillis() < 1) {
            throw new IllegalArgumentException("quarkus.use-cache.endpoint.changes.heartbeat [" + this.config.heartbeat()
                    + "] must be at least a millisecond. Use 15s for clients behind most proxies.");
        }
    }

    /** @throws Problem if it may not watch these tags, or there are too many clients */
    void open(Vertx vertx, HttpServerRequest request, List<String> wanted) {
        WatchedTags tags = allowed.narrowedTo(wanted);
        ChangeStream stream = new ChangeStream(vertx.getOrCreateContext(), request.response(), log, tags);
        admit(stream);
        HttpServerResponse response = request.response();
        long beat = vertx.setPeriodic(config.heartbeat().toMillis(), now -> beat(stream, request));
        response.closeHandler(closed -> close(vertx, beat, stream));
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

    private void close(Vertx vertx, long beat, ChangeStream stream) {
        vertx.cancelTimer(beat);
        stream.forget();
        open.remove(stream);
    }

    /** Clients come back, to the next application where the server goes on, as in dev mode. */
    @PreDestroy
    void end() {
        open.forEach(ChangeStream::end);
    }
}
