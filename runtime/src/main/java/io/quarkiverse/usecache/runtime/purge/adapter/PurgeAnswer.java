package io.quarkiverse.usecache.runtime.purge.adapter;

import java.time.Duration;

import io.quarkiverse.usecache.runtime.tag.LogText;
import io.quarkiverse.usecache.spi.EdgePurgeException;
import io.vertx.core.MultiMap;

/** @param body its beginning */
record PurgeAnswer(int status, MultiMap headers, String body) {

    private static final int MOST_SHOWN = 200;

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /**
     * What it means that this is no success.
     *
     * @param tokenProperty what to look at if the secret was refused
     */
    EdgePurgeException failure(PurgeRequest request, String tokenProperty) {
        Duration retryAfter = RetryAfter.of(headers.get("Retry-After"));
        return new EdgePurgeException(request.text() + " was answered " + status + shownBody()
                + (status == 401 || status == 403 ? ", so see that " + tokenProperty + " is right and may purge" : "")
                + (retryAfter == null ? "" : ", and asks to wait " + retryAfter.toSeconds() + " s"), retryAfter);
    }

    String shownBody() {
        String text = body.strip();
        return text.isEmpty() ? "" : " [" + LogText.of(text.substring(0, Math.min(text.length(), MOST_SHOWN))) + "]";
    }
}
