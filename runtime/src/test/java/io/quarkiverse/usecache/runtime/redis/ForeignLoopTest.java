package io.quarkiverse.usecache.runtime.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.SimpleStringType;

/** A client may call back on any event loop; what a channel knows is used on its own alone. */
@Timeout(30)
class ForeignLoopTest {

    private static final int COMMANDS = 20;

    private final Vertx vertx = Vertx.vertx();
    private final CompletableFuture<Void> allSent = new CompletableFuture<>();
    private final Queue<Future<Response>> replies = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Void> allTaken = new CompletableFuture<>();
    private final Set<Thread> answeredOn = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Handler<Throwable>> exceptionHandler = new CompletableFuture<>();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void answersAndTheEndOfTheConnectionAreHandledOnOneLoop() throws Exception {
        Channel channel = channel();
        List<CompletableFuture<Void>> answered = IntStream.range(0, COMMANDS).mapToObj(i -> sent(channel, Command.PING))
                .toList();
        CompletableFuture<Void> unanswered = sent(channel, Command.QUIT);
        allSent.complete(null);
        answered.forEach(CompletableFuture::join);
        otherLoop().runOnContext(ignored -> exceptionHandler.join().handle(new IllegalStateException("lost")));
        unanswered.get(10, TimeUnit.SECONDS);
        assertThat(answeredOn).hasSize(1);
    }

    @Test
    void answersEndInTheOrderOfTheirCommandsThoughTheyArriveInAnother() throws Exception {
        Channel channel = channel();
        Promise<Response> first = Promise.promise();
        replies.add(first.future());
        replies.add(Future.succeededFuture(SimpleStringType.create("second")));
        List<String> order = new CopyOnWriteArrayList<>();
        CompletableFuture<?> both = CompletableFuture.allOf(
                channel.send(Request.cmd(Command.GET)).thenAccept(answer -> order.add(answer.toString())),
                channel.send(Request.cmd(Command.GET)).thenAccept(answer -> order.add(answer.toString())));
        allTaken.get(10, TimeUnit.SECONDS);
        otherLoop().runOnContext(ignored -> first.complete(SimpleStringType.create("first")));
        both.get(10, TimeUnit.SECONDS);
        assertThat(order).containsExactly("first", "second");
    }

    private Channel channel() throws Exception {
        Channel channel = new Channel(vertx, this::clientOnOtherLoops, new Failures(), Duration.ofSeconds(10),
                Duration.ofSeconds(10), Duration.ZERO, COMMANDS + 1, false);
        channel.connected().get(10, TimeUnit.SECONDS);
        return channel;
    }

    private CompletableFuture<Void> sent(Channel channel, Command command) {
        return channel.send(Request.cmd(command)).handle((answer, failure) -> {
            answeredOn.add(Thread.currentThread());
            return null;
        });
    }

    private Context otherLoop() {
        return ((VertxInternal) vertx).createEventLoopContext();
    }

    private <T> Future<T> onOtherLoop(T value, CompletableFuture<Void> after) {
        Promise<T> promise = Promise.promise();
        after.thenRun(() -> otherLoop().runOnContext(ignored -> promise.complete(value)));
        return promise.future();
    }

    private Redis clientOnOtherLoops() {
        return as(Redis.class,
                (method, arguments) -> method.equals("connect")
                        ? onOtherLoop(connection(), CompletableFuture.completedFuture(null))
                        : null);
    }

    private RedisConnection connection() {
        return as(RedisConnection.class, (method, arguments) -> switch (method) {
            case "send" -> reply(((Request) arguments.get(0)).command());
            case "exceptionHandler" -> exceptionHandler.complete(handler(arguments));
            default -> null;
        });
    }

    private Future<?> reply(Command command) {
        if (command == Command.GET) {
            Future<Response> reply = replies.remove();
            if (replies.isEmpty()) {
                allTaken.complete(null);
            }
            return reply;
        }
        return command == Command.QUIT ? Promise.promise().future() : onOtherLoop(SimpleStringType.create("PONG"), allSent);
    }

    @SuppressWarnings("unchecked")
    private static Handler<Throwable> handler(List<Object> arguments) {
        return (Handler<Throwable>) arguments.get(0);
    }

    private interface Answer {
        Object to(String method, List<Object> arguments);
    }

    /** Methods that return what they are called on are not asked for it. */
    private static <T> T as(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, method, arguments) -> {
            Object result = answer.to(method.getName(), arguments == null ? List.of() : List.of(arguments));
            return method.getReturnType().isInstance(result) ? result : null;
        }));
    }
}
