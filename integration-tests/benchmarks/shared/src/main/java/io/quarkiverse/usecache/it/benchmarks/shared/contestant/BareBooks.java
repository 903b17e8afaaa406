package io.quarkiverse.usecache.it.benchmarks.shared.contestant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletionStage;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/** No cache: GET, SET and Jackson over one connection that stays open. What all others are measured by. */
public final class BareBooks implements AutoCloseable {

    private final ObjectMapper json = new ObjectMapper();
    private final RedisConnection connection;

    public BareBooks(Vertx vertx, String redis) {
        connection = Redis.createClient(vertx, redis).connect().toCompletionStage().toCompletableFuture().join();
    }

    public Book get(String id) {
        return read(send(Request.cmd(Command.GET).arg(key(id))).toCompletableFuture().join());
    }

    public void set(String id) {
        try {
            byte[] value = json.writeValueAsBytes(Book.of(id));
            send(Request.cmd(Command.SET).arg(key(id)).arg(Buffer.buffer(value))).toCompletableFuture().join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What Redis says of itself in a section of INFO. */
    public String info(String section) {
        return send(Request.cmd(Command.INFO).arg(section)).toCompletableFuture().join().toString();
    }

    private static String key(String id) {
        return "bare:" + id;
    }

    private CompletionStage<Response> send(Request request) {
        return connection.send(request).toCompletionStage();
    }

    private Book read(Response response) {
        try {
            return json.readValue(response.toBytes(), Book.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
