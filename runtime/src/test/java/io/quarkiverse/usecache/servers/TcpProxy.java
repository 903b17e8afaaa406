package io.quarkiverse.usecache.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/**
 * Stands between a client and a server, and does to their connections what networks do: cuts them, holds back what one side
 * says, or closes one direction. Connections are told apart by the order in which they came.
 */
public final class TcpProxy implements AutoCloseable {

    /** Which way bytes go. */
    public enum Direction {
        TO_SERVER,
        TO_CLIENT
    }

    private final ServerSocket door;
    private volatile int target;
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private volatile boolean refusing;
    private volatile long delay;
    private volatile UnaryOperator<byte[]> answers = UnaryOperator.identity();

    /** @param target the server's port */
    public TcpProxy(int target) {
        this.target = target;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "tcp-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                if (refusing) {
                    client.close();
                } else {
                    connections.add(new Connection(client));
                }
            } catch (IOException e) {
                // The door is closed, or the server is away, which the client sees as its own connection's end.
            }
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    public String url() {
        return "redis://127.0.0.1:" + port();
    }

    /** All connections there have been, the oldest first. */
    public List<Connection> connections() {
        return connections;
    }

    /** Whether new connections are closed at once. */
    public void refuse(boolean refuse) {
        refusing = refuse;
    }

    /** Leads new connections to another server. */
    public void retarget(int port) {
        target = port;
    }

    /** Passes on each piece of what either side says so many milliseconds later. */
    public void delay(long millis) {
        delay = 1_000_000 * millis;
    }

    /** Changes what the server says, piece by piece as it comes. */
    public void changeAnswers(UnaryOperator<byte[]> change) {
        answers = change;
    }

    /** Ends all connections. */
    public void cut() {
        connections.forEach(Connection::cut);
    }

    /** Holds back what goes one way over all connections of now, until {@link #release}. */
    public void hold(Direction direction) {
        connections.forEach(each -> each.hold(direction));
    }

    /** Lets it go, and what has been held back. */
    public void release(Direction direction) {
        connections.forEach(each -> each.release(direction));
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }

    /** One connection through the proxy. */
    public final class Connection {

        private final Socket client;
        private final Socket server;
        private final Way toServer = new Way();
        private final Way toClient = new Way();

        private Connection(Socket client) throws IOException {
            this.client = client;
            try {
                server = new Socket(InetAddress.getLoopbackAddress(), target);
            } catch (IOException e) {
                client.close();
                throw e;
            }
            start(() -> toServer.forward(client, server, UnaryOperator.identity()));
            start(() -> toClient.forward(server, client, piece -> answers.apply(piece)));
        }

        private Way way(Direction direction) {
            return direction == Direction.TO_SERVER ? toServer : toClient;
        }

        /** Ends it both ways. */
        public void cut() {
            closeQuietly(client);
            closeQuietly(server);
            release(Direction.TO_SERVER);
            release(Direction.TO_CLIENT);
        }

        public boolean isOpen() {
            return !client.isClosed() && !server.isClosed();
        }

        /** Ends one direction: the other side sees the end of what it reads, and may still speak. */
        public void halfClose(Direction direction) {
            try {
                (direction == Direction.TO_SERVER ? server : client).shutdownOutput();
            } catch (IOException e) {
                // It is closed that way already, perhaps from the other end.
            }
        }

        public void hold(Direction direction) {
            way(direction).hold(true);
        }

        public void release(Direction direction) {
            way(direction).hold(false);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no use any more in any case.
        }
    }

    /** One direction of a connection. */
    private final class Way {

        private boolean held;

        synchronized void hold(boolean hold) {
            held = hold;
            notifyAll();
        }

        private synchronized void awaitRelease() throws IOException {
            try {
                while (held) {
                    wait();
                }
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        void forward(Socket from, Socket to, UnaryOperator<byte[]> change) {
            byte[] buffer = new byte[8192];
            try (InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
                for (int length; (length = in.read(buffer)) >= 0;) {
                    LockSupport.parkNanos(delay);
                    awaitRelease();
                    out.write(change.apply(Arrays.copyOf(buffer, length)));
                }
            } catch (IOException e) {
                // One side has gone; closing both streams tells the other.
            }
        }
    }
}
