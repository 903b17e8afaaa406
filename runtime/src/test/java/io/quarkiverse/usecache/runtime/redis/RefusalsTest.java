package io.quarkiverse.usecache.runtime.redis;

import static io.quarkiverse.usecache.runtime.redis.Scripts.LOG;
import static io.quarkiverse.usecache.runtime.redis.Scripts.STATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.servers.RedisServer;
import io.quarkiverse.usecache.servers.RespConnection;

/** A server that must not answer a pull refuses it, and a revalidation too, before anything is written. */
@Timeout(60)
class RefusalsTest {

    private final RedisServer redis = RedisServer.start();
    private final RespConnection connection = redis.connect();
    private final Scripts scripts = new Scripts(connection);

    @AfterEach
    void end() {
        connection.close();
        redis.close();
    }

    private void assertRefused(String how) {
        Object state = connection.call("HGETALL", STATE);
        Object log = connection.call("XLEN", LOG);
        assertThatThrownBy(scripts::pull).hasMessageContaining(how);
        assertThatThrownBy(() -> scripts.revalidate("E", "x")).hasMessageContaining(how);
        assertThat(connection.call("HGETALL", STATE)).isEqualTo(state);
        assertThat(connection.call("XLEN", LOG)).isEqualTo(log);
    }

    @Test
    void aReplica() {
        try (RedisServer master = RedisServer.start()) {
            Scripts onMaster = new Scripts(master.connect());
            onMaster.follow(onMaster.pull());
            onMaster.revalidate("E", "before");
            connection.call("REPLICAOF", "127.0.0.1", master.port());
            await().atMost(Duration.ofSeconds(30)).until(() -> (Long) connection.call("XLEN", LOG) == 1);
            assertThat(connection.call("EVAL", "return 1", 0)).as("a script that reads").isEqualTo(1L);
            assertRefused("READONLY");
        }
    }

    @Test
    void aFullServer() {
        scripts.follow(scripts.pull());
        connection.call("CONFIG", "SET", "maxmemory-policy", "noeviction");
        connection.call("CONFIG", "SET", "maxmemory", "1mb");
        assertRefused("OOM");
        connection.call("CONFIG", "SET", "maxmemory", "0");
        assertThat(scripts.pull().reload()).isFalse();
    }

    @Test
    void aMasterThatHasLostItsReplicas() {
        scripts.follow(scripts.pull());
        connection.call("CONFIG", "SET", "min-replicas-to-write", 1);
        assertRefused("NOREPLICAS");
        connection.call("CONFIG", "SET", "min-replicas-to-write", 0);
        assertThat(scripts.pull().reload()).isFalse();
    }

    @Test
    void aServerThatCannotSave() {
        scripts.follow(scripts.pull());
        connection.call("CONFIG", "SET", "save", "3600 1");
        assertThat(redis.directory().resolve("dump.rdb").toFile().mkdir()).as("in the way of the file").isTrue();
        connection.call("BGSAVE");
        await().atMost(Duration.ofSeconds(30)).until(
                () -> connection.call("INFO", "persistence").toString().contains("rdb_last_bgsave_status:err"));
        assertRefused("MISCONF");
    }

    @Test
    void aUserWhoMayNotWriteTheLog() {
        connection.call("ACL", "SETUSER", "narrow", "reset", "on", ">secret", "~use-cache:*", "+@all", "-xadd");
        try (RespConnection narrow = redis.connect()) {
            narrow.call("AUTH", "narrow", "secret");
            Scripts refused = new Scripts(narrow);
            scripts.follow(refused.follow(refused.pull()));
            assertThatThrownBy(() -> refused.revalidate("E", "x")).hasMessageContaining("can't run this command");
            assertThat(scripts.pull().reload()).as("a hole").isTrue();
        }
    }
}
