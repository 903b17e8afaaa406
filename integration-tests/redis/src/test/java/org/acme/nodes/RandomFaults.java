package org.acme.nodes;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import io.quarkiverse.usecache.servers.RedisServer;
import io.quarkiverse.usecache.servers.RespConnection;
import io.quarkiverse.usecache.servers.TcpProxy;
import io.quarkiverse.usecache.servers.TcpProxy.Direction;

/** Does what the seed says to the servers, to each node's network, and to the nodes; each of them is in at most one fault. */
final class RandomFaults {

    /** Ends a fault. */
    private record Cure(Object of, long due, Runnable action) {
    }

    private final Random random;
    private final Nodes nodes;
    private final List<Cure> cures = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private RedisServer master;
    private RedisServer standby;

    RandomFaults(Random random, Nodes nodes, RedisServer master, RedisServer standby) {
        this.random = random;
        this.nodes = nodes;
        this.master = master;
        this.standby = standby;
    }

    Map<String, Integer> counts() {
        return counts;
    }

    RedisServer master() {
        return master;
    }

    RedisServer standby() {
        return standby;
    }

    /** Cures what is due, and does one thing more. */
    void next() {
        cure(System.nanoTime());
        int choice = random.nextInt(100);
        if (choice < 40) {
            disturbNetwork(nodes.all().get(random.nextInt(nodes.all().size())));
        } else if (choice < 55) {
            disturbNode(nodes.all().get(random.nextInt(nodes.all().size())));
        } else {
            disturbServer();
        }
    }

    private void cure(long until) {
        for (Iterator<Cure> each = cures.iterator(); each.hasNext();) {
            Cure cure = each.next();
            if (cure.due() - until <= 0) {
                each.remove();
                cure.action().run();
            }
        }
    }

    void cureAll() {
        cure(System.nanoTime() + Long.MAX_VALUE / 4);
    }

    private boolean isWell(Object subject) {
        return cures.stream().noneMatch(cure -> cure.of() == subject);
    }

    private void fault(String name, Object of, int longestMillis, Runnable action, Runnable cure) {
        if (isWell(of)) {
            counts.merge(name, 1, Integer::sum);
            action.run();
            cures.add(new Cure(of, System.nanoTime() + 1_000_000L * random.nextInt(longestMillis), cure));
        }
    }

    private void disturbNetwork(NodeProcess node) {
        TcpProxy network = nodes.network(node);
        Direction direction = random.nextBoolean() ? Direction.TO_CLIENT : Direction.TO_SERVER;
        switch (random.nextInt(5)) {
            case 0 -> fault("cut", network, 1, network::cut, () -> {
            });
            case 1 -> fault("cut off", network, 4_000, () -> {
                network.refuse(true);
                network.cut();
            }, () -> network.refuse(false));
            case 2 -> fault("held one way", network, 4_000, () -> network.hold(direction), () -> network.release(direction));
            case 3 -> fault("half closed", network, 1, () -> halfCloseOne(network, direction), () -> {
            });
            default -> fault("slow", network, 3_000, () -> network.delay(random.nextInt(700)), () -> network.delay(0));
        }
    }

    private void halfCloseOne(TcpProxy network, Direction direction) {
        List<TcpProxy.Connection> open = network.connections().stream().filter(TcpProxy.Connection::isOpen).toList();
        if (!open.isEmpty()) {
            open.get(random.nextInt(open.size())).halfClose(direction);
        }
    }

    private void disturbNode(NodeProcess node) {
        if (random.nextInt(6) == 0) {
            fault("node killed", node, 1_000, node::kill, node::restart);
        } else {
            fault("node frozen", node, 4_000, node::freeze, node::thaw);
        }
    }

    private void disturbServer() {
        switch (random.nextInt(13)) {
            case 0, 1 -> fault("server frozen", this, 4_000, master::freeze, master::thaw);
            case 2 -> fault("server killed", this, 2_000, master::kill, this::comeBack);
            case 3 -> fault("fail-over", this, 1, this::failOver, () -> {
            });
            case 4 -> tell("FLUSHALL");
            case 5 -> tell("DEL", "use-cache:{library}:state");
            case 6 -> tell("DEL", "use-cache:{library}:log");
            case 7 -> tell("XTRIM", "use-cache:{library}:log", "MAXLEN", 1);
            case 8 -> tell("SCRIPT", "FLUSH");
            case 9 -> tell("CLIENT", "KILL", "TYPE", "normal");
            case 10 -> configure("maxmemory", "1mb", "0");
            case 11 -> configure("min-replicas-to-write", "3", "0");
            default -> fault("replica", this, 3_000, () -> call("REPLICAOF", "127.0.0.1", 1),
                    () -> call("REPLICAOF", "NO", "ONE"));
        }
    }

    private void tell(Object... command) {
        fault(command[0] + " " + (command.length > 1 ? command[1] : ""), this, 1, () -> call(command), () -> {
        });
    }

    private void configure(String property, String bad, String good) {
        fault(property, this, 2_500, () -> call("CONFIG", "SET", property, bad), () -> call("CONFIG", "SET", property, good));
    }

    private void call(Object... command) {
        try {
            master.call(command);
        } catch (RespConnection.Refused e) {
            counts.merge("refused: " + command[0], 1, Integer::sum);
        }
    }

    private void comeBack() {
        master.restart();
        follow();
    }

    private void follow() {
        standby.call("REPLICAOF", "127.0.0.1", master.port());
    }

    /**
     * The standby takes over as it is, perhaps without the last that was acknowledged; the master comes back as its standby.
     */
    private void failOver() {
        if (random.nextBoolean()) {
            standby.call("REPLICAOF", "127.0.0.1", 1);
            pause(random.nextInt(300));
        }
        master.kill();
        RedisServer old = master;
        master = standby;
        standby = old;
        master.call("REPLICAOF", "NO", "ONE");
        nodes.all().forEach(node -> nodes.network(node).retarget(master.port()));
        standby.restart();
        follow();
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
