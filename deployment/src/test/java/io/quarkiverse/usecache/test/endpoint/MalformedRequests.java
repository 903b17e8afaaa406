package io.quarkiverse.usecache.test.endpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/**
 * Makes requests whose headers do not agree with their bodies, by a seed: lengths, chunks and encodings that are wrong, or
 * right and unusual. None names the tag [books].
 */
final class MalformedRequests implements Supplier<byte[]> {

    private static final byte[] BODY = "{\"tags\":[\"other\"]}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PACKED = gzip(BODY);
    private static final byte[] BOMB = gzip(" ".repeat(10_000_000).getBytes(StandardCharsets.US_ASCII));
    private static final String[] LENGTHS = { "-1", "+18", "018", "abc", "", "0x12", "1e1", "18, 18", "18;", "17", "19",
            "65537",
            "99999999999", "99999999999999999999", "18\r\nContent-Length: 3", "18\r\nContent-Length: 18" };
    private static final String[] TRANSFERS = { "chunked", "chunked", "chunked", "Chunked", "chunked, chunked", "gzip, chunked",
            "identity", "gzip", "", "chunked\r\nContent-Length: 3", "chunked\r\nContent-Length: 18" };
    private static final String[] SIZES = { "12", "012", "12;name=value", "12 ", "zz", "-1", "", "ffffffffffffffff", "7fffffff",
            "13", "11", "12\r\n\r\n" };
    private static final String[] ENDS = { "\r\n0\r\n\r\n", "\r\n0\r\n\r\n", "\r\n0\r\nTrailer: x\r\n\r\n", "\r\n0\r\n", "\r\n",
            "",
            "0\r\n\r\n", "\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n" };
    private static final String[] ENCODINGS = { "gzip", "GZIP", "deflate", "gzip, gzip", "br", "zstd", "identity", "none", "" };
    private static final String[] LINES = { "No colon", ": no name", "Folded: a\r\n b", "Null: \u0000", "Bell: \u0007",
            "Bad name: x", "Bare: a\nb: c", "Long: " + "x".repeat(9_000), "A: b\r\n".repeat(300) + "A: b", "Host: other",
            "\u00e9: \u00e9",
            "Content-Type: application/json", "Expect: 100-continue", "Expect: 200-maybe", "Connection: keep-alive, upgrade",
            "Accept-Encoding: gzip, deflate, br" };

    private final Random random;

    MalformedRequests(long seed) {
        this.random = new Random(seed);
    }

    @Override
    public byte[] get() {
        return switch (random.nextInt(4)) {
            case 0 -> request("Content-Length: " + one(LENGTHS), BODY);
            case 1 -> request("Transfer-Encoding: " + one(TRANSFERS), chunked());
            case 2 -> encoded();
            default -> request("Content-Length: " + BODY.length + "\r\n" + one(LINES), BODY);
        };
    }

    private byte[] chunked() {
        byte[] start = (one(SIZES) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        return joined(start, joined(BODY, one(ENDS).getBytes(StandardCharsets.US_ASCII)));
    }

    private byte[] encoded() {
        byte[] body = switch (random.nextInt(4)) {
            case 0 -> BODY;
            case 1 -> PACKED;
            case 2 -> BOMB;
            default -> Arrays.copyOf(PACKED, 1 + random.nextInt(30));
        };
        return request("Content-Encoding: " + one(ENCODINGS) + "\r\nContent-Length: " + body.length, body);
    }

    private static byte[] gzip(byte[] text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] request(String headers, byte[] body) {
        String head = "POST /q/use-cache/revalidate HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\n" + headers + "\r\n\r\n";
        return joined(head.getBytes(StandardCharsets.ISO_8859_1), body);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private String one(String[] pieces) {
        return pieces[random.nextInt(pieces.length)];
    }
}
