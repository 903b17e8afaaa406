package io.quarkiverse.usecache.runtime.store;

import java.util.Arrays;
import java.util.Set;

/**
 * Knows the values that must not be stored, whatever the method declares that it returns: those that can be consumed only once,
 * are not there yet, or are made to be changed by those who get them. The build refuses the same types where it sees them.
 */
public final class OneShot implements ValueRule {

    /** By name, because few applications have all of these libraries. */
    public static final Set<String> TYPES = Set.of("io.netty.buffer.ByteBuf", "io.quarkus.hibernate.orm.panache.PanacheQuery",
            "io.quarkus.hibernate.reactive.panache.PanacheQuery", "io.quarkus.mailer.MailTemplate$MailTemplateInstance",
            "io.quarkus.qute.TemplateInstance", "io.reactivex.rxjava3.core.Completable", "io.reactivex.rxjava3.core.Maybe",
            "io.reactivex.rxjava3.core.Observable", "io.reactivex.rxjava3.core.Single", "io.smallrye.mutiny.Multi",
            "io.smallrye.mutiny.Uni", "io.vertx.core.Future", "io.vertx.core.http.HttpServerRequest",
            "io.vertx.core.http.HttpServerResponse", "io.vertx.core.streams.ReadStream", "io.vertx.ext.web.RoutingContext",
            "jakarta.json.JsonArrayBuilder", "jakarta.json.JsonObjectBuilder", "jakarta.persistence.EntityManager",
            "jakarta.persistence.Query", "jakarta.servlet.ServletRequest", "jakarta.servlet.ServletResponse",
            "jakarta.ws.rs.core.EntityPart", "jakarta.ws.rs.core.Response$ResponseBuilder",
            "jakarta.ws.rs.core.StreamingOutput", "jakarta.ws.rs.core.UriBuilder", "java.io.InputStream",
            "java.io.OutputStream", "java.io.Reader", "java.io.Writer", "java.lang.StringBuffer", "java.lang.StringBuilder",
            "java.nio.Buffer", "java.nio.channels.Channel", "java.nio.file.DirectoryStream", "java.sql.Connection",
            "java.sql.ResultSet", "java.sql.Statement", "java.util.Enumeration", "java.util.Iterator", "java.util.Spliterator",
            "java.util.StringJoiner", "java.util.concurrent.CompletionStage", "java.util.concurrent.Flow$Publisher",
            "java.util.concurrent.Future", "java.util.stream.BaseStream", "kotlinx.coroutines.Deferred",
            "kotlinx.coroutines.flow.Flow", "org.hibernate.SharedSessionContract",
            "org.jboss.resteasy.plugins.providers.multipart.MultipartOutput",
            "org.jboss.resteasy.reactive.RestResponse$ResponseBuilder", "org.jboss.resteasy.reactive.multipart.FilePart",
            "org.jboss.resteasy.reactive.server.multipart.MultipartFormDataOutput", "org.reactivestreams.Publisher",
            "reactor.core.publisher.Mono");

    private static final ClassValue<Boolean> KNOWN = new ClassValue<>() {

        @Override
        protected Boolean computeValue(Class<?> type) {
            return TYPES.contains(type.getName()) || type.getSuperclass() != null && get(type.getSuperclass())
                    || Arrays.stream(type.getInterfaces()).anyMatch(this::get);
        }
    };

    @Override
    public String problemWith(Object value) {
        return KNOWN.get(value.getClass()) ? "it is a " + value.getClass().getName() + ", which can be consumed only once, is "
                + "not there yet, or is made to be changed. Declare what the method really returns, or return a collection"
                : null;
    }
}
