package io.quarkiverse.usecache.runtime.endpoint.message;

import java.util.Map;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.json.JsonObject;

/** Why a request is refused: its detail says what to change. Becomes a problem of RFC 9457. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String field;
    private final transient Map<String, String> headers;

    private Problem(int status, String field, Map<String, String> headers, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.field = field;
        this.headers = headers;
    }

    public static Problem of(int status, String detail) {
        return new Problem(status, null, Map.of(), detail);
    }

    /** @param header what the status demands, such as {@code Allow} for 405 */
    public static Problem of(int status, String header, String value, String detail) {
        return new Problem(status, null, Map.of(header, value), detail);
    }

    /** @param field the field of the body, or the parameter, that is wrong */
    public static Problem in(String field, String detail) {
        return new Problem(400, field, Map.of(), detail);
    }

    public static Problem notFound(String field, String detail) {
        return new Problem(404, field, Map.of(), detail);
    }

    public int status() {
        return status;
    }

    public Answer answer() {
        JsonObject body = new JsonObject().put("type", "about:blank")
                .put("title", HttpResponseStatus.valueOf(status).reasonPhrase())
                .put("status", status).put("detail", getMessage());
        if (field != null) {
            body.put("field", field);
        }
        return new Answer(status, "application/problem+json", headers, body);
    }
}
