package io.quarkiverse.usecache.runtime.redis;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.jboss.logging.Logger;

import io.quarkiverse.usecache.spi.SharedStoreException;
import io.quarkiverse.usecache.spi.SharedStoreException.Kind;
import io.vertx.redis.client.impl.types.ErrorType;

/** What follows from an error of the server or of the connection. What only people can mend is logged, once per cause. */
final class Failures {

    private static final Logger LOG = Logger.getLogger(Failures.class);

    /** The server is not, or not any more, the one to talk to. */
    private static final Set<String> OF_THE_SERVER = Set.of("READONLY", "LOADING", "MASTERDOWN", "CLUSTERDOWN", "MOVED", "ASK",
            "UNBLOCKED", "CONNECTION_CLOSED");
    /** It passes, or an administrator's own tools tell of it; a script that is not known is sent whole. */
    private static final Set<String> PASSING = Set.of("NOREPLICAS", "OOM", "MISCONF", "BUSY", "TRYAGAIN", "NOSCRIPT");

    private static final Map<String, String> REMEDIES = Map.of(
            "NOPERM", "Give its user the rights that the page on Redis lists",
            "WRONGTYPE", "Something else uses a key of the cache: delete it, or set quarkus.use-cache.redis.prefix",
            "WRONGPASS", "Correct the user or the password of the Redis client",
            "NOAUTH", "Set the password of the Redis client",
            "ERR", "See whether it is Redis 6.2 or Valkey, or newer, and whether its user may run scripts and the commands in "
                    + "them; the page on Redis lists these");

    private final Set<String> logged = ConcurrentHashMap.newKeySet();

    SharedStoreException of(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof SharedStoreException known) {
            return known;
        }
        if (!(cause instanceof ErrorType)) {
            return new SharedStoreException(Kind.LOST, "The connection to Redis is lost: " + cause.getMessage(), cause);
        }
        String message = cause.getMessage();
        String code = code(message);
        if (OF_THE_SERVER.contains(code)) {
            return new SharedStoreException(Kind.LOST, "Redis is not the server to use now: " + message, cause);
        }
        if (!PASSING.contains(code)) {
            logOnce(code, message);
        }
        return new SharedStoreException(Kind.REFUSED, "Redis refuses: " + message, cause);
    }

    /** What an answer says, or the failure itself, and not within another exception. */
    <R, T> CompletableFuture<T> read(CompletableFuture<R> answer, Function<R, T> reader) {
        CompletableFuture<T> read = new CompletableFuture<>();
        answer.whenComplete((response, failure) -> {
            if (failure != null) {
                read.completeExceptionally(of(failure));
            } else {
                try {
                    read.complete(reader.apply(response));
                } catch (RuntimeException e) {
                    read.completeExceptionally(unreadable(response, e));
                }
            }
        });
        return read;
    }

    private SharedStoreException unreadable(Object response, RuntimeException cause) {
        logOnce("an answer", "an answer that no script of the cache gives: " + response);
        return new SharedStoreException(Kind.REFUSED, "Redis answers what cannot be read: " + response, cause);
    }

    static String code(String message) {
        int space = message.indexOf(' ');
        return space < 0 ? message : message.substring(0, space);
    }

    private void logOnce(String code, String message) {
        if (logged.add(code)) {
            LOG.errorf("Redis refuses what the cache needs, calls go on without the shared store: [%s]. %s.", message,
                    REMEDIES.getOrDefault(code, "Look up what it means in the documentation of the server"));
        }
    }
}
