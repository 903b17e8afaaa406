package io.quarkiverse.usecache.it.benchmarks.answer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One connection that is kept, and as little work for a request as can be, so that it is the server's work that is measured.
 */
final class Client implements AutoCloseable {

    /** How many requests are sent before the first answer is read. */
    static final int AT_ONCE = 16;

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");
    private static final String END = "\r\n\r\n";

    private final Socket socket;
    private final byte[] bytes = new byte[256 * 1024];

    Client(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
    }

    /** Requests that can be sent over and over, and how long their answers are together. */
    record Requests(byte[] bytes, int answers, String answer) {

        /** The validator of the answer. */
        String validator() {
            Matcher tag = Pattern.compile("(?i)etag: (\\S+)").matcher(answer);
            return tag.find() ? tag.group(1) : "";
        }
    }

    /** Asks twice: the length of answers is the same once all is cached. */
    Requests prepare(String path, String headers) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\nUser-Agent: benchmark\r\n" + headers
                + "\r\n";
        ask(request);
        String answer = ask(request);
        return new Requests(request.repeat(AT_ONCE).getBytes(StandardCharsets.ISO_8859_1), answer.length() * AT_ONCE, answer);
    }

    private String ask(String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        String answer = "";
        while (!isWhole(answer)) {
            answer += new String(bytes, 0, socket.getInputStream().read(bytes), StandardCharsets.ISO_8859_1);
        }
        return answer;
    }

    private static boolean isWhole(String answer) {
        int head = answer.indexOf(END);
        Matcher length = LENGTH.matcher(answer);
        int body = answer.startsWith("HTTP/1.1 200") && length.find() ? Integer.parseInt(length.group(1)) : 0;
        return head >= 0 && answer.length() >= head + END.length() + body;
    }

    /** Sends them all, then reads all answers. */
    void send(Requests requests) throws IOException {
        socket.getOutputStream().write(requests.bytes());
        int left = requests.answers();
        while (left > 0) {
            left -= socket.getInputStream().read(bytes, 0, Math.min(left, bytes.length));
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
