package org.acme.press;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Varnish in front of the application, which has to be on a port that is known before. */
public class VarnishResource implements QuarkusTestResourceLifecycleManager {

    private VarnishServer server;

    @Override
    public Map<String, String> start() {
        int application = VarnishServer.freePort();
        server = new VarnishServer(application);
        return Map.of("quarkus.http.test-port", "" + application,
                "quarkus.use-cache.http.purge.\"varnish\".url", server.url());
    }

    @Override
    public void inject(TestInjector tests) {
        tests.injectIntoFields(server, new TestInjector.MatchesType(VarnishServer.class));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }
}
