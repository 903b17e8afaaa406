package io.quarkiverse.usecache.deployment;

import org.eclipse.microprofile.config.Config;

import io.quarkiverse.usecache.runtime.endpoint.Operation;
import io.quarkus.builder.item.SimpleBuildItem;

/** Where the application serves the endpoint. */
public final class EndpointPathBuildItem extends SimpleBuildItem {

    private final String root;
    private final String path;
    private final boolean management;

    private EndpointPathBuildItem(String root, String path, boolean management) {
        this.root = directory(root);
        this.path = directory(path) + Operation.ENDPOINT;
        this.management = management;
    }

    static EndpointPathBuildItem of(Config config) {
        if (config.getValue("quarkus.management.enabled", boolean.class)) {
            String root = config.getValue("quarkus.management.root-path", String.class);
            return new EndpointPathBuildItem(root, root, true);
        }
        String root = config.getValue("quarkus.http.root-path", String.class);
        String operational = config.getValue("quarkus.http.non-application-root-path", String.class);
        return new EndpointPathBuildItem(root, operational.startsWith("/") ? operational : root + "/" + operational, false);
    }

    /** The absolute path of the endpoint. */
    public String path() {
        return path;
    }

    /** The absolute path, with one slash at either end, that the policies of Quarkus Security are relative to. */
    String root() {
        return root;
    }

    /** Whether the management interface serves it, instead of the application's own. */
    boolean onManagementInterface() {
        return management;
    }

    /** Quarkus Security guards what is below the root path, and nothing beside it. */
    boolean belowRoot() {
        return path.startsWith(root);
    }

    private static String directory(String path) {
        return ("/" + path + "/").replaceAll("/+", "/");
    }
}
