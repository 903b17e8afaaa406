package io.quarkiverse.usecache.test.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Makes requests to the endpoint, most of them wrong somewhere, by a seed. None of them may revalidate what is tagged
 * [books]: those that name it are refused or dry runs, and all others are made of pieces that cannot spell it.
 */
final class GeneratedRequests implements Supplier<byte[]> {

    /** The endpoint reads so many bytes, and closes the connection on longer bodies. */
    private static final int LONGEST = 64 * 1024;
    private static final String[] METHODS = { "POST", "POST", "POST", "POST", "GET", "HEAD", "OPTIONS", "PUT", "DELETE",
            "PATCH",
            "PURGE" };
    private static final String[] PATHS = { "revalidate", "revalidate", "revalidate", "clear", "caches", "tags", "entries",
            "other", "", "revalidate/", "%72evalidate", "a/b", "../use-cache/tags", "%00" };
    private static final String[] QUERY = { "tag=", "tag", "mode=", "mode=stale", "mode=expire", "dryRun=true", "dryRun=",
            "cache=", "cache=prices", "all=", "limit=", "offset=", "values=true", "a", "1", "-1", "99999999999", "%", "%zz",
            "%ff", "%00", "%0a", "%F0%9F%98%80", "+", "&", "&", ";", "=", "?", "/" };
    private static final String[] JSON = { "{", "}", "[", "]", ",", ":", "\"tags\"", "\"mode\"", "\"dryRun\"", "\"cache\"",
            "\"a\"", "\"b:1\"", "\"stale\"", "\"prices\"", "true", "false", "null", "1", "-1e999", "\"", "\\", "\\u0000",
            "\"\\ud800\"", "é", " ", "\n", "\u0000", "\ufeff", "{\"tags\":[\"a\"]", "{\"tags\":[\"a\",\"b\"]}",
            "{\"cache\":\"prices\"}", "[[[[[[[[" };
    private static final String[] TYPES = { "application/json", "application/json", "application/json",
            "application/json; charset=utf-16", "Application/JSON;", "text/plain", "application/x-www-form-urlencoded",
            "multipart/form-data", "multipart/form-data; boundary=x", ";", ",", "*/*", "application/",
            "application/json; charset=\"utf-8", "application/json;charset=no-such", "application/json, text/plain",
            "\tapplication/json\t", "application/json\u00a0", "application/problem+json", "application/json".repeat(99) };
    private static final String[] HEADERS = { "Authorization: Bearer", "Authorization: Bearer \u00e9", "Authorization: Basic %",
            "Accept: ,;q=x", "Accept-Encoding: gzip, \u00ff", "Cookie: =;=", "Origin: null", "X-Forwarded-For: 1.2.3.4, a",
            "Forwarded: for=\"", "Content-Encoding: gzip", "Content-Encoding: none", "Expect: 100-continue", "Range: bytes=9-1",
            "If-None-Match: *", "Cache-Control: no-cache", "Content-Language:", "X-HTTP-Method-Override: DELETE",
            "Upgrade: websocket", "Authorization: ", "Authorization: Bearer " + "x".repeat(4_000), "Authorization: Basic OjpA",
            "Authorization: Digest username=\"", "Content-Type: text/plain", "Content-Encoding: br, gzip",
            "Accept-Charset: utf-7",
            "Accept-Encoding: gzip;q=0, *;q=1.0001", "TE: trailers, deflate;q=0.5", "Trailer: Content-Length", "Priority: u=9",
            "X-" + "y".repeat(3_000) + ": z", "Content-Length-Hint: -1", "Content-Disposition: form-data; name=\"tags\"" };
    private static final String[] HARMLESS = {
            in("POST", "revalidate", "application/json", "{\"tags\":[\"books\"],\"dryRun\":true}"),
            in("POST", "revalidate", "application/json", "{\"tags\":[\"books\",7]}"),
            in("POST", "revalidate", "application/json", "{\"tags\":[\"books\"]"),
            in("POST", "revalidate", "text/plain", "{\"tags\":[\"books\"]}"),
            in("POST", "revalidate?tag=books", "application/json", "{\"tags\":[\"books\"]}"),
            in("POST", "revalidate?tag=books&mode=hard", "text/plain", ""),
            in("GET", "revalidate?tag=books", "text/plain", ""),
            in("POST", "clear", "application/json", "{\"cache\":\"shop\",\"all\":true}"),
            in("PUT", "clear", "application/json", "{\"all\":true}") };

    private final Random random;

    GeneratedRequests(long seed) {
        this.random = new Random(seed);
    }

    @Override
    public byte[] get() {
        if (random.nextInt(10) == 0) {
            return one(HARMLESS).getBytes(StandardCharsets.UTF_8);
        }
        String target = one(PATHS) + (random.nextInt(3) == 0 ? "?" + several(QUERY, 6) : "");
        byte[] body = body();
        byte[] head = head(target, body.length).getBytes(StandardCharsets.ISO_8859_1);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    private String head(String target, int length) {
        StringBuilder head = new StringBuilder(one(METHODS)).append(" /q/use-cache/").append(target).append(" HTTP/1.1\r\n")
                .append("Host: localhost\r\nConnection: close\r\nContent-Length: ").append(length).append("\r\n");
        if (random.nextInt(8) > 0) {
            head.append("Content-Type: ").append(one(TYPES)).append("\r\n");
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            head.append(one(HEADERS)).append("\r\n");
        }
        return head.append("\r\n").toString();
    }

    private byte[] body() {
        switch (random.nextInt(10)) {
            case 0, 1 -> {
                return new byte[0];
            }
            case 2 -> {
                byte[] bytes = new byte[random.nextInt(300)];
                random.nextBytes(bytes);
                return bytes;
            }
            case 3 -> {
                String text = several(JSON, 8) + " ";
                return text.repeat(random.nextInt(LONGEST / text.length() / 3)).getBytes(StandardCharsets.UTF_8);
            }
            default -> {
                return several(JSON, 8).getBytes(StandardCharsets.UTF_8);
            }
        }
    }

    private String several(String[] pieces, int atMost) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(atMost + 1); i > 0; i--) {
            text.append(one(pieces));
        }
        return text.toString();
    }

    private String one(String[] pieces) {
        return pieces[random.nextInt(pieces.length)];
    }

    private static String in(String method, String target, String type, String body) {
        return method + " /q/use-cache/" + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + type
                + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }
}
