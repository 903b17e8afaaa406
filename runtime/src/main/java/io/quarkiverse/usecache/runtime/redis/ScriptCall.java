package io.quarkiverse.usecache.runtime.redis;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/** Runs a script by its name, and by its text on a server that has not seen it since it began. */
record ScriptCall(Script script, List<String> keys, List<Object> arguments) {

    CompletableFuture<Response> on(Channel channel) {
        return channel.send(request(Command.EVALSHA, script.sha())).exceptionallyCompose(failure -> {
            Throwable cause = failure.getCause() != null ? failure.getCause() : failure;
            if (String.valueOf(cause.getMessage()).contains("NOSCRIPT")) {
                return channel.send(request(Command.EVAL, script.text()));
            }
            return CompletableFuture.failedFuture(failure);
        });
    }

    private Request request(Command command, String scriptText) {
        Request request = Request.cmd(command).arg(scriptText).arg(keys.size());
        keys.forEach(request::arg);
        arguments.forEach(argument -> request.arg(argument.toString()));
        return request;
    }
}
