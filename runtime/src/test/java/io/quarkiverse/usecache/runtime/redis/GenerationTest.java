package io.quarkiverse.usecache.runtime.redis;

import static io.quarkiverse.usecache.runtime.redis.Scripts.STATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.runtime.redis.Scripts.Answer;
import io.quarkiverse.usecache.servers.RedisServer;

/** A generation is the life of one master. */
@Timeout(120)
class GenerationTest {

    private final Scripts node = new Scripts(null);

    private Answer pull(RedisServer server) {
        return on(server).pull();
    }

    private Scripts on(RedisServer server) {
        Scripts scripts = new Scripts(server.connect());
        scripts.generation = node.generation;
        scripts.applied = node.applied;
        return scripts;
    }

    private static void replicate(RedisServer replica, RedisServer master) {
        replica.call("REPLICAOF", "127.0.0.1", master.port());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> replica.call("INFO", "replication").toString().contains("master_link_status:up"));
    }

    @Test
    void aRestartIsANewOneAlsoIfNothingIsLost() {
        try (RedisServer redis = RedisServer.start("--appendonly", "yes", "--appendfsync", "always")) {
            node.follow(pull(redis));
            Answer last = node.follow(on(redis).revalidate("E", "x"));
            redis.kill();
            redis.restart();
            assertThat(redis.call("HGET", STATE, "clk")).as("what the file kept").isEqualTo("" + last.clock());
            Answer after = pull(redis);
            assertThat(after.generation()).isNotEqualTo(node.generation);
            assertThat(after.reload()).isTrue();
            assertThat(after.clock()).isGreaterThanOrEqualTo(last.clock());
        }
    }

    @Test
    void aPromotionIsANewOneThoughTheTailIsLost() {
        try (RedisServer master = RedisServer.start(); RedisServer replica = RedisServer.start()) {
            replicate(replica, master);
            node.follow(pull(master));
            await().until(() -> replica.call("HGET", STATE, "gen") != null);
            replica.call("REPLICAOF", "127.0.0.1", 1);
            node.follow(on(master).revalidate("E", "x"));
            master.kill();
            assertThat(replica.call("HGET", STATE, "Ex")).as("the tail").isNull();
            replica.call("REPLICAOF", "NO", "ONE");
            Answer after = pull(replica);
            assertThat(after.generation()).isNotEqualTo(node.generation);
            assertThat(after.reload()).isTrue();
            node.follow(after);
            assertThat(pull(replica).reload()).as("one generation is enough").isFalse();
        }
    }

    @Test
    void theFirstReplicaIsANewOneTheSecondIsNot() {
        try (RedisServer master = RedisServer.start();
                RedisServer first = RedisServer.start();
                RedisServer second = RedisServer.start()) {
            node.follow(pull(master));
            replicate(first, master);
            Answer withReplica = pull(master);
            assertThat(withReplica.generation()).isNotEqualTo(node.generation);
            node.follow(withReplica);
            replicate(second, master);
            assertThat(pull(master).generation()).isEqualTo(node.generation);
        }
    }

    @Test
    void aMasterWhoseReplicasLeftLongAgoIsANewOne() {
        try (RedisServer master = RedisServer.start("--repl-backlog-ttl", "1")) {
            try (RedisServer replica = RedisServer.start()) {
                replicate(replica, master);
                node.follow(pull(master));
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> !pull(master).generation().equals(node.generation));
        }
    }

    @Test
    void aMasterThatIsDeposedAndComesBackHasNoWayBackToItsGeneration() {
        try (RedisServer old = RedisServer.start(); RedisServer other = RedisServer.start()) {
            node.follow(pull(old));
            old.call("REPLICAOF", "127.0.0.1", other.port());
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> old.call("INFO", "replication").toString().contains("master_link_status:up"));
            old.call("REPLICAOF", "NO", "ONE");
            assertThat(pull(old).generation()).isNotEqualTo(node.generation);
        }
    }

    @Test
    void whatTheScriptsWroteIsTheSameOnAReplica() {
        try (RedisServer master = RedisServer.start(); RedisServer replica = RedisServer.start()) {
            replicate(replica, master);
            node.follow(pull(master));
            node.follow(on(master).revalidate("E", "x", "y"));
            await().untilAsserted(
                    () -> assertThat(replica.call("HGETALL", STATE)).isEqualTo(master.call("HGETALL", STATE)));
            assertThat(replica.call("XLEN", Scripts.LOG)).isEqualTo(1L);
        }
    }
}
