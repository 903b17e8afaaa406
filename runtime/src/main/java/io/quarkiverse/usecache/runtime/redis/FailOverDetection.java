package io.quarkiverse.usecache.runtime.redis;

import org.jboss.logging.Logger;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/** Whether the scripts can tell one master from another, for which they need {@code INFO}. */
final class FailOverDetection {

    private static final Logger LOG = Logger.getLogger(FailOverDetection.class);

    private final KeyNames names;
    private volatile String works = "unknown";
    private boolean warned;

    FailOverDetection(KeyNames names) {
        this.names = names;
    }

    /** HMGET state id: the master's identity, as the last script has found it; empty if INFO was refused. */
    void look(Channel control) {
        control.send(Request.cmd(Command.HMGET).arg(names.state()).arg("id")).thenAccept(this::seen);
    }

    private synchronized void seen(Response answer) {
        Response id = answer.get(0);
        if (id == null) {
            return;
        }
        boolean hidden = id.toString().isEmpty();
        works = Boolean.toString(!hidden);
        if (hidden && !warned) {
            warned = true;
            LOG.warn("Redis refuses INFO to its user, so that a fail-over is not noticed, and values from before it may be "
                    + "served. Give all users of the tag space +info.");
        }
    }

    /** {@code true}, {@code false}, or {@code unknown} while no server has answered. */
    String works() {
        return works;
    }
}
