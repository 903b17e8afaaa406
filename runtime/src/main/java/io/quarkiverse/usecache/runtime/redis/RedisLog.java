package io.quarkiverse.usecache.runtime.redis;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CompletionStage;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.spi.LogAnswer;
import io.quarkiverse.usecache.spi.Position;
import io.quarkiverse.usecache.spi.RevalidationLog;
import io.quarkiverse.usecache.spi.TagNumbers;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/** State and log of a tag space, over one connection to the master. */
final class RedisLog implements RevalidationLog {

    /** Not static, because a native executable must not carry one that was seeded when it was built. */
    private final SecureRandom random = new SecureRandom();
    private final RedisStoreOptions options;
    private final Failures failures;
    private final Channel control;
    private final WakeUp wakeUp;
    private final Cleaning cleaning;
    private final FailOverDetection detection;
    private boolean looked;
    private volatile boolean closed;

    RedisLog(RedisStoreOptions options, Failures failures, Channel control, WakeUp wakeUp,
            FailOverDetection detection) {
        this.options = options;
        this.failures = failures;
        this.control = control;
        this.wakeUp = wakeUp;
        this.cleaning = new Cleaning(options, control);
        this.detection = detection;
    }

    @Override
    public CompletionStage<LogAnswer> pull(Position applied, int maximum) {
        return call(Script.PULL, arguments(applied, maximum));
    }

    @Override
    public CompletionStage<LogAnswer> revalidate(Position applied, int maximum, RevalidationMode mode, List<String> tags) {
        List<Object> arguments = arguments(applied, maximum);
        arguments.addAll(List.of(options.logEntries(), options.logBytes(), Answers.letter(mode)));
        arguments.addAll(new LinkedHashSet<>(tags));
        return call(Script.REVALIDATE, arguments);
    }

    private List<Object> arguments(Position applied, int maximum) {
        return new ArrayList<>(List.of(Long.toHexString(random.nextLong()), applied.generation(), applied.sequence(), maximum));
    }

    private CompletionStage<LogAnswer> call(Script script, List<Object> arguments) {
        List<String> keys = List.of(options.names().state(), options.names().log());
        return failures.read(new ScriptCall(script, keys, arguments).on(control), this::read);
    }

    private LogAnswer read(Response response) {
        LogAnswer answer = Answers.log(response);
        if (!looked) {
            looked = true;
            detection.look(control);
        }
        wakeUp.seen(answer);
        cleaning.seen(answer.generation(), answer.clock(), Answers.fields(response));
        return answer;
    }

    @Override
    public CompletionStage<TagNumbers> ask(List<String> tags) {
        Request request = Request.cmd(Command.HMGET).arg(options.names().state());
        Answers.numberFields(tags).forEach(request::arg);
        return failures.read(control.send(request), answer -> Answers.numbers(tags, answer));
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        control.close();
        wakeUp.close();
    }
}
