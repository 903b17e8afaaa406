package io.quarkiverse.usecache.runtime.endpoint;

import org.jboss.logging.Logger;

import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.runtime.config.EndpointConfig;
import io.quarkiverse.usecache.runtime.config.UseCacheConfig;
import io.quarkiverse.usecache.runtime.endpoint.access.Access;
import io.quarkiverse.usecache.runtime.endpoint.access.BearerTokens;
import io.quarkiverse.usecache.runtime.endpoint.access.ServedAt;
import io.quarkiverse.usecache.runtime.endpoint.access.Signatures;
import io.quarkiverse.usecache.runtime.endpoint.changes.ChangeStreams;
import io.quarkiverse.usecache.runtime.view.CacheView;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/** Assembles the endpoint when the application starts. */
@Recorder
public class HttpEndpointRecorder {

    private static final Logger LOG = Logger.getLogger(HttpEndpointRecorder.class);

    private final RuntimeValue<UseCacheConfig> config;

    public HttpEndpointRecorder(RuntimeValue<UseCacheConfig> config) {
        this.config = config;
    }

    /**
     * @param path the endpoint's absolute path
     * @param root the path that those of policies are relative to
     * @param management whether the management interface serves it
     * @param guarded whether Quarkus Security enforces policies there
     * @param changes whether clients can be told of changes
     */
    public RuntimeValue<?> endpoint(String path, String root, boolean management, boolean guarded, boolean changes) {
        LaunchMode mode = LaunchMode.current();
        EndpointConfig settings = config.getValue().endpoint();
        ServedAt served = new ServedAt(path, root, management, guarded);
        Access access = new Access(mode, BearerTokens.of(settings), Signatures.of(settings),
                served.policies(settings.anyPolicy()));
        warnIfClosed(access, served);
        return new RuntimeValue<>(new Endpoint(access, Arc.container().instance(TagCache.class).get(),
                Arc.container().instance(CacheView.class).get(), mode == LaunchMode.DEVELOPMENT, changes));
    }

    public Handler<RoutingContext> handler(RuntimeValue<?> endpoint, Operation operation) {
        return ((Endpoint) endpoint.getValue()).handler(operation);
    }

    public Handler<RoutingContext> changes(RuntimeValue<?> endpoint) {
        return ((Endpoint) endpoint.getValue()).changes(Arc.container().instance(ChangeStreams.class).get());
    }

    private static void warnIfClosed(Access access, ServedAt served) {
        if (access.closed(Operation.REVALIDATE.method(), served.path() + "/revalidate")) {
            LOG.warnf(
                    "The HTTP endpoint [%s] refuses every request with status 403, because nothing protects it in production; "
                            + "policies for more than this path do not count. Set quarkus.use-cache.endpoint.token, "
                            + "or protect the path with a policy of its own by [%s.*], "
                            + "or leave the endpoint out with quarkus.use-cache.endpoint.enabled=false.",
                    served.path(), served.policyProperties());
        }
    }
}
