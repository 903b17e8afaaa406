package io.quarkiverse.usecache.runtime.endpoint.access;

import org.jboss.logging.Logger;

import io.quarkiverse.usecache.runtime.endpoint.message.Answer;
import io.quarkiverse.usecache.runtime.endpoint.message.JsonText;
import io.quarkiverse.usecache.runtime.endpoint.message.Problem;
import io.quarkiverse.usecache.runtime.tag.LogText;

/** Logs every change and every refusal, with the caller, in a category of its own. Tokens are never logged. */
public final class Audit {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.usecache.audit");

    private Audit() {
    }

    /** @param identity what the caller has proved to be */
    public static void answered(Peer peer, String identity, Answer answer) {
        LOG.infof("Answered [%s %s] of [%s] at [%s] with [%s]: %s", LogText.of(peer.method()), LogText.of(peer.path()),
                LogText.of(identity), LogText.of(peer.address()), answer.status(), LogText.of(JsonText.text(answer.body())));
    }

    static void refused(Peer peer, Problem reason) {
        LOG.infof("Refused [%s %s] of [%s] at [%s] with [%s]: %s", LogText.of(peer.method()), LogText.of(peer.path()),
                LogText.of(peer.name()), LogText.of(peer.address()), reason.status(), reason.getMessage());
    }
}
