package io.quarkiverse.usecache.runtime.redis;

import static io.quarkiverse.usecache.runtime.redis.Scripts.LOG;
import static io.quarkiverse.usecache.runtime.redis.Scripts.STATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.runtime.redis.Scripts.Answer;
import io.quarkiverse.usecache.servers.RedisServer;
import io.quarkiverse.usecache.servers.RespConnection;

/** The scripts on state and log, on a real server. */
@Timeout(60)
class ScriptsTest {

    private static RedisServer redis;
    private static RespConnection connection;
    private final Scripts a = new Scripts(connection);
    private final Scripts b = new Scripts(connection);

    @BeforeAll
    static void start() {
        redis = RedisServer.start();
        connection = redis.connect();
    }

    @AfterAll
    static void end() {
        connection.close();
        redis.close();
    }

    @BeforeEach
    void empty() {
        connection.call("FLUSHALL");
    }

    private static String field(String name) {
        return (String) connection.call("HGET", STATE, name);
    }

    @Test
    void theFirstPullOpensAGenerationAndReloads() {
        Answer first = a.follow(a.pull());
        assertThat(first.reload()).isTrue();
        assertThat(first.clock()).isEqualTo(first.now()).isEqualTo(Scripts.number(field("floor")));
        assertThat(first.generation()).isEqualTo(field("gen")).isNotEmpty();
        assertThat(first.fields()).isEqualTo(6);
        Answer second = a.pull();
        assertThat(second.reload()).isFalse();
        assertThat(second.generation()).isEqualTo(first.generation());
        assertThat(second.entries()).isEmpty();
    }

    @Test
    void aRevalidationIsSeenByOthersInOrder() {
        b.follow(a.follow(a.pull()));
        Answer own = a.revalidate("E", "x", "y");
        assertThat(own.clock()).isEqualTo(a.applied + 1);
        assertThat(own.entries()).containsExactly("E:x\ny");
        a.follow(own);
        a.revalidate("S", "größe 東京");
        Answer seen = b.pull();
        assertThat(seen.entries()).containsExactly("E:x\ny", "S:größe 東京");
        assertThat(seen.clock()).isEqualTo(own.clock() + 1);
        assertThat(field("Ex")).isEqualTo(field("Ey")).isEqualTo("" + own.clock());
        assertThat(field("Sgröße 東京")).isEqualTo("" + seen.clock());
        assertThat(field("Sx")).isNull();
    }

    @Test
    void theFirstRevalidationOfAllOpensAGeneration() {
        Answer answer = a.revalidate("E", "x");
        assertThat(answer.reload()).isTrue();
        assertThat(field("Ex")).isEqualTo("" + answer.clock());
        assertThat(Scripts.number(field("floor"))).isEqualTo(answer.clock() - 1);
    }

    @Test
    void oneCallHasManyTagsAndOneEntry() {
        a.follow(a.pull());
        String[] tags = IntStream.range(0, 20_000).mapToObj(i -> "tag-" + i).toArray(String[]::new);
        Answer answer = a.revalidate("E", tags);
        assertThat(answer.entries()).containsExactly("E:" + String.join("\n", tags));
        assertThat(answer.fields()).isEqualTo(6 + tags.length);
    }

    @Test
    void aLongLogIsGivenInParts() {
        b.follow(a.follow(a.pull()));
        IntStream.range(0, 12).forEach(i -> a.follow(a.revalidate("E", "t" + i)));
        b.maximum = 5;
        assertThat(b.pull().entries()).containsExactly("E:t0", "E:t1", "E:t2", "E:t3", "E:t4");
        b.applied += 5;
        assertThat(b.pull().entries()).containsExactly("E:t5", "E:t6", "E:t7", "E:t8", "E:t9");
        b.applied += 5;
        assertThat(b.pull().entries()).containsExactly("E:t10", "E:t11");
    }

    @Test
    void theLogIsCutAtItsNumberOfEntries() {
        b.follow(a.follow(a.pull()));
        a.logEntries = 3;
        IntStream.range(0, 3).forEach(i -> a.revalidate("E", "t" + i));
        assertThat(b.pull().reload()).isFalse();
        a.revalidate("E", "t3");
        assertThat(connection.call("XLEN", LOG)).isEqualTo(3L);
        assertThat(b.pull().reload()).as("behind the cut").isTrue();
        b.applied++;
        assertThat(b.pull().entries()).as("at the cut").containsExactly("E:t1", "E:t2", "E:t3");
    }

    @Test
    void theLogIsCutAtItsBytesButOneEntryIsLeft() {
        a.follow(a.pull());
        a.logBytes = 200;
        IntStream.range(0, 10).forEach(i -> a.follow(a.revalidate("E", "tag-" + i)));
        assertThat(connection.call("XLEN", LOG)).isEqualTo(5L);
        assertThat(field("bytes")).isEqualTo("" + 5 * (32 + 5));
        Answer large = a.revalidate("E", "x".repeat(256), "y".repeat(256));
        assertThat(large.entries()).hasSize(1);
        assertThat(connection.call("XLEN", LOG)).isEqualTo(1L);
        assertThat(field("bytes")).isEqualTo("" + (32 + 513));
    }

    @Test
    void aLostStateIsANewGeneration() {
        b.follow(a.follow(a.pull()));
        a.follow(a.revalidate("E", "x"));
        connection.call("DEL", STATE);
        Answer after = b.pull();
        assertThat(after.generation()).isNotEqualTo(b.generation);
        assertThat(after.reload()).isTrue();
        assertThat(connection.call("EXISTS", LOG)).isEqualTo(0L);
        assertThat(a.pull().reload()).isTrue();
    }

    @Test
    void aLostLogReloadsNodesThatAreBehindAndNoOthers() {
        b.follow(a.follow(a.pull()));
        a.follow(a.revalidate("E", "x"));
        connection.call("DEL", LOG);
        assertThat(a.pull().reload()).as("applied = clk").isFalse();
        assertThat(b.pull().reload()).isTrue();
        assertThat(b.pull().generation()).isEqualTo(b.generation);
        a.logBytes = 1000;
        assertThat(a.revalidate("E", "y").entries()).containsExactly("E:y");
        assertThat(field("bytes")).as("of what is in the log").isEqualTo("33");
    }

    @Test
    void aHoleInTheLogReloads() {
        b.follow(a.follow(a.pull()));
        Answer first = a.revalidate("E", "x");
        a.revalidate("E", "y");
        connection.call("XDEL", LOG, first.clock() + "-0");
        assertThat(b.pull().reload()).isTrue();
    }

    @Test
    void aServerThatIsBehindItsCallerIsANewGeneration() {
        a.follow(a.pull());
        a.revalidate("E", "x");
        a.applied += 5;
        Answer after = a.pull();
        assertThat(after.generation()).isNotEqualTo(a.generation);
        assertThat(after.reload()).isTrue();
        assertThat(field("Ex")).isNull();
    }

    @Test
    void theClockNeverComesFromTheCaller() {
        a.follow(a.pull());
        a.applied = 100_000_000_000_000_000L;
        Answer answer = a.follow(a.pull());
        assertThat(answer.clock()).isLessThan(9_007_199_254_740_992L);
        assertThat(a.revalidate("E", "x").entries()).containsExactly("E:x");
    }

    @Test
    void aClockThatIsAheadOfTimeGoesOnInTheNextGeneration() {
        a.follow(a.pull());
        long ahead = a.applied + 3_600_000_000L;
        connection.call("HSET", STATE, "clk", ahead, "id", "another master's");
        assertThat(a.pull().clock()).isEqualTo(ahead);
    }

    @Test
    void pullWrites() {
        a.follow(a.pull());
        String before = field("beat");
        assertThat(a.pull().now()).isGreaterThan(Scripts.number(before));
        assertThat(field("beat")).isNotEqualTo(before);
    }

    @Test
    void cleaningRaisesTheFloorAndDropsNumbersUpToIt() {
        a.follow(a.pull());
        long first = a.follow(a.revalidate("E", IntStream.range(0, 3_000).mapToObj(i -> "t" + i).toArray(String[]::new)))
                .clock();
        a.follow(a.revalidate("S", "t1", "later"));
        String cursor = "0";
        do {
            cursor = a.clean(a.generation, first, cursor);
        } while (!cursor.equals("0"));
        assertThat(field("floor")).isEqualTo("" + first);
        assertThat(connection.call("HLEN", STATE)).isEqualTo(8L);
        assertThat(field("Et1")).isNull();
        assertThat(field("St1")).isEqualTo(field("Slater")).isEqualTo("" + (first + 1));
        assertThat(a.pull().reload()).as("nobody reloads").isFalse();
    }

    @Test
    void cleaningNeverLowersTheFloorAndStopsInAnotherGeneration() {
        a.follow(a.pull());
        String floor = field("floor");
        a.clean(a.generation, 1, "0");
        assertThat(field("floor")).isEqualTo(floor);
        a.follow(a.revalidate("E", "x"));
        assertThat(a.clean("another", a.applied, "0")).isEqualTo("0");
        assertThat(field("floor")).isEqualTo(floor);
        assertThat(field("Ex")).isNotNull();
    }

    @Test
    void onlyTheHolderOfALeaseReleasesIt() {
        connection.call("SET", "l", "mine");
        assertThat(a.release("l", "another", true)).isEqualTo(0L);
        assertThat(connection.call("GET", "l")).isEqualTo("mine");
        assertThat(a.release("l", "mine", true)).isEqualTo(1L);
        assertThat(connection.call("GET", "l")).isNull();
    }

    @Test
    void aLoadThatStoredNothingLeavesAMarkForASecond() {
        connection.call("SET", "l", "mine");
        a.release("l", "mine", false);
        assertThat(connection.call("GET", "l")).isEqualTo("-");
        assertThat((Long) connection.call("PTTL", "l")).isBetween(1L, 1000L);
    }

    @Test
    void aForeignTypeUnderOurKeyIsAnError() {
        connection.call("SET", STATE, "foreign");
        assertThatThrownBy(a::pull).hasMessageContaining("WRONGTYPE");
        connection.call("DEL", STATE);
        a.follow(a.pull());
        connection.call("SET", LOG, "foreign");
        assertThatThrownBy(() -> a.revalidate("E", "x")).hasMessageContaining("WRONGTYPE");
        connection.call("DEL", LOG);
        assertThat(a.pull().reload()).as("the clock was written first").isTrue();
    }

    @Test
    void withoutTheRightToInfoThereIsOneGenerationAllTheSame() {
        connection.call("ACL", "SETUSER", "narrow", "reset", "on", ">secret", "~use-cache:*", "+eval", "+evalsha", "+time",
                "+get", "+mget", "+set", "+del", "+hset", "+hmget", "+hget", "+hlen", "+hscan", "+hdel", "+xadd", "+xrange",
                "+xlen", "+xdel", "+xread", "+ping", "+client", "+select", "+hello", "+auth");
        try (RespConnection narrow = redis.connect()) {
            narrow.call("AUTH", "narrow", "secret");
            Scripts hidden = new Scripts(narrow);
            hidden.follow(hidden.pull());
            assertThat(hidden.pull().reload()).isFalse();
            assertThat(field("id")).isEmpty();
            assertThat(hidden.revalidate("E", "x").entries()).isEqualTo(List.of("E:x"));
        }
    }

    @Test
    void theRightsOfTheDocumentationAreEnough() {
        connection.call("ACL", "SETUSER", "app", "reset", "on", ">secret", "~use-cache:*", "+eval", "+evalsha", "+info",
                "+time", "+get", "+mget", "+set", "+del", "+hset", "+hmget", "+hget", "+hlen", "+hscan", "+hdel", "+xadd",
                "+xrange", "+xlen", "+xdel", "+xread", "+ping", "+client", "+select", "+hello", "+auth");
        try (RespConnection narrow = redis.connect()) {
            narrow.call("AUTH", "app", "secret");
            Scripts scripts = new Scripts(narrow);
            scripts.logEntries = 1;
            scripts.follow(scripts.pull());
            scripts.follow(scripts.revalidate("E", "x"));
            scripts.follow(scripts.revalidate("E", "y"));
            scripts.clean(scripts.generation, scripts.applied, "0");
            narrow.call("SET", "use-cache:l", "mine");
            assertThat(scripts.release("use-cache:l", "mine", false)).isEqualTo(1L);
            assertThat(field("id")).isNotEmpty();
        }
    }
}
