package org.acme.library;

import java.util.HashMap;
import java.util.Map;

import io.quarkiverse.usecache.servers.RedisServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A server for the application and for what the test does in the name of other nodes. */
public class RedisResource implements QuarkusTestResourceLifecycleManager {

    private RedisServer server;

    @Override
    public Map<String, String> start() {
        server = RedisServer.start();
        return Map.of("quarkus.redis.hosts", server.url(),
                "quarkus.use-cache.redis.command-timeout", "5s", "quarkus.use-cache.redis.lease", "20s");
    }

    RedisServer server() {
        return server;
    }

    static Map<String, String> merged(Map<String, String> some, Map<String, String> others) {
        Map<String, String> all = new HashMap<>(some);
        all.putAll(others);
        return all;
    }

    @Override
    public void inject(TestInjector tests) {
        tests.injectIntoFields(server, new TestInjector.MatchesType(RedisServer.class));
        tests.injectIntoFields(new RedisPort(server.port()), new TestInjector.MatchesType(RedisPort.class));
    }

    @Override
    public void stop() {
        server.close();
    }
}
