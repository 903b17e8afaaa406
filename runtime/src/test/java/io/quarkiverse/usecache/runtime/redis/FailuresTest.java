package io.quarkiverse.usecache.runtime.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usecache.spi.SharedStoreException.Kind;
import io.vertx.redis.client.impl.types.ErrorType;

/** The table of errors. */
@Timeout(30)
class FailuresTest {

    private final Failures failures = new Failures();
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final Logger logger = Logger.getLogger(Failures.class.getName());
    private final Handler handler = new Handler() {

        @Override
        public void publish(LogRecord record) {
            if (record.getLevel().intValue() >= Level.SEVERE.intValue()) {
                errors.add(String.format(record.getMessage(), record.getParameters()));
            }
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
    }

    @AfterEach
    void end() {
        logger.removeHandler(handler);
    }

    private Kind kind(String message) {
        return failures.of(ErrorType.create(message)).kind();
    }

    @ParameterizedTest
    @ValueSource(strings = { "READONLY You can't write against a read only replica.", "LOADING Redis is loading the dataset",
            "MASTERDOWN Link with MASTER is down", "CLUSTERDOWN The cluster is down", "MOVED 1 127.0.0.1:1",
            "UNBLOCKED force unblock from blocking operation, instance state changed",
            "CONNECTION_CLOSED" })
    void anotherServerIsToBeFound(String message) {
        assertThat(kind(message)).isEqualTo(Kind.LOST);
        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "NOREPLICAS Not enough good replicas to write.", "OOM command not allowed", "MISCONF Errors",
            "BUSY Redis is busy running a script.", "TRYAGAIN Multiple keys request during rehashing of slot",
            "NOSCRIPT No matching script." })
    void itPasses(String message) {
        assertThat(kind(message)).isEqualTo(Kind.REFUSED);
        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "NOPERM this user has no permissions", "WRONGTYPE Operation against a key", "WRONGPASS invalid",
            "ERR The user executing the script can't run this command or subcommand script", "NEWERROR what is this" })
    void onlyPeopleCanMendItAndOneErrorSaysHow(String message) {
        assertThat(kind(message)).isEqualTo(Kind.REFUSED);
        assertThat(kind(message)).isEqualTo(Kind.REFUSED);
        assertThat(errors).singleElement().asString().contains(message).endsWith(".");
    }

    @Test
    void whatTheServerDidNotSayIsALostConnection() {
        assertThat(failures.of(new IllegalStateException("CONNECTION_CLOSED")).kind()).isEqualTo(Kind.LOST);
        assertThat(errors).isEmpty();
    }
}
