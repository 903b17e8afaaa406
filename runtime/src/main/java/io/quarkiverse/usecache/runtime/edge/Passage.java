package io.quarkiverse.usecache.runtime.edge;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.UriMatch;
import org.jboss.resteasy.reactive.server.handlers.AbortChainHandler;
import org.jboss.resteasy.reactive.server.handlers.BlockingHandler;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.CompletionStageResponseHandler;
import org.jboss.resteasy.reactive.server.handlers.FixedProducesHandler;
import org.jboss.resteasy.reactive.server.handlers.InputHandler;
import org.jboss.resteasy.reactive.server.handlers.InstanceHandler;
import org.jboss.resteasy.reactive.server.handlers.InvocationHandler;
import org.jboss.resteasy.reactive.server.handlers.MatrixParamHandler;
import org.jboss.resteasy.reactive.server.handlers.MediaTypeMapper;
import org.jboss.resteasy.reactive.server.handlers.NonBlockingHandler;
import org.jboss.resteasy.reactive.server.handlers.ParameterHandler;
import org.jboss.resteasy.reactive.server.handlers.PerRequestInstanceHandler;
import org.jboss.resteasy.reactive.server.handlers.ResourceRequestFilterHandler;
import org.jboss.resteasy.reactive.server.handlers.ResourceResponseFilterHandler;
import org.jboss.resteasy.reactive.server.handlers.ResponseHandler;
import org.jboss.resteasy.reactive.server.handlers.ResponseWriterHandler;
import org.jboss.resteasy.reactive.server.handlers.UniResponseHandler;
import org.jboss.resteasy.reactive.server.handlers.VariableProducesHandler;
import org.jboss.resteasy.reactive.server.handlers.VirtualThreadNonBlockingHandler;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

/**
 * The way of a request through Quarkus REST to its resource method and back. It is free if nothing on it can refuse a request
 * that was accepted when it came before, or add to its answer: no filter of the application, no check of security, no locator
 * of a sub-resource. Handlers that are not known here are taken for such.
 */
final class Passage {

    /** Those that find and call the method, with what the request says, and write its result. */
    private static final Set<String> FREE = Set.of(
            AbortChainHandler.class.getName(), BlockingHandler.class.getName(), ClassRoutingHandler.class.getName(),
            CompletionStageResponseHandler.class.getName(), FixedProducesHandler.class.getName(),
            InputHandler.class.getName(), InstanceHandler.class.getName(), InvocationHandler.class.getName(),
            MatrixParamHandler.class.getName(), MediaTypeMapper.class.getName(), NonBlockingHandler.class.getName(),
            ParameterHandler.class.getName(), PerRequestInstanceHandler.class.getName(), ResponseHandler.class.getName(),
            ResponseWriterHandler.class.getName(), UniResponseHandler.class.getName(),
            VariableProducesHandler.class.getName(), VirtualThreadNonBlockingHandler.class.getName(),
            "io.quarkus.resteasy.reactive.server.runtime.observability.ObservabilityHandler",
            "io.quarkus.resteasy.reactive.server.runtime.security.SecurityContextOverrideHandler",
            "io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveCompressionHandler");

    private Passage() {
    }

    /** @param context of a request that has come to its resource method, or {@code null} if it is not known */
    static boolean isFree(ResteasyReactiveRequestContext context) {
        return context != null && context.getTarget() != null && !isOfSubResource(context)
                && areFree(context.getDeployment().getPreMatchHandlers())
                && areFree(List.of(context.getTarget().getHandlerChain()));
    }

    private static boolean isOfSubResource(ResteasyReactiveRequestContext context) {
        for (UriMatch match : context.getMatchedURIs()) {
            if (match.resource != null && match.resource != context.getTarget()) {
                return true;
            }
        }
        return false;
    }

    /** With our own filters, one before the method and one behind it. */
    private static boolean areFree(Collection<ServerRestHandler> handlers) {
        int behind = 0;
        for (ServerRestHandler handler : handlers) {
            if (handler instanceof ResourceResponseFilterHandler) {
                behind++;
            } else if (!FREE.contains(handler.getClass().getName()) && !isOurs(handler)) {
                return false;
            }
        }
        return behind <= 1;
    }

    private static boolean isOurs(ServerRestHandler handler) {
        return handler instanceof ResourceRequestFilterHandler filter && filter.getFilter() instanceof ConditionalRequests;
    }
}
