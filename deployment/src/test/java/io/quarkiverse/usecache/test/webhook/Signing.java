package io.quarkiverse.usecache.test.webhook;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as the senders of webhooks do. */
final class Signing {

    static final String SECRET = "the-secret-of-the-webhook";

    private Signing() {
    }

    static byte[] bytes(String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    static String hex(String text) throws Exception {
        return HexFormat.of().formatHex(bytes(text));
    }
}
