package io.quarkiverse.usecache.deployment.check;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

import io.quarkiverse.usecache.deployment.jandex.TypeHierarchy;

/**
 * A type whose values cannot be given to a second caller: they are consumed, have not arrived, or are changed by their users.
 *
 * @param instead what a method can return instead: a type, or words
 * @param arriving whether the values come after the method returned
 */
record Uncacheable(String instead, boolean arriving) {

    private static final Uncacheable LIST = new Uncacheable("List<T>", false);
    private static final Uncacheable BYTES = new Uncacheable("byte[]", false);
    private static final Uncacheable TEXT = new Uncacheable("String", false);
    private static final Uncacheable ENTITY = new Uncacheable("the entity", false);
    private static final Uncacheable PARTS = new Uncacheable("the data of its parts", false);
    private static final Uncacheable WHAT_WAS_READ = new Uncacheable("what was read from it", false);
    private static final Uncacheable UNI = new Uncacheable("Uni<T>", true);
    private static final Uncacheable STAGE = new Uncacheable("CompletionStage<T>", true);
    private static final Uncacheable UNI_OF_LIST = new Uncacheable("Uni<List<T>>", true);

    private static final Map<String, Uncacheable> CONSUMED = Map.ofEntries(
            entry("io.smallrye.mutiny.Multi", UNI_OF_LIST), entry("org.reactivestreams.Publisher", UNI_OF_LIST),
            entry("java.util.concurrent.Flow$Publisher", UNI_OF_LIST), entry("io.vertx.core.streams.ReadStream", UNI_OF_LIST),
            entry("io.reactivex.rxjava3.core.Observable", UNI_OF_LIST), entry("kotlinx.coroutines.flow.Flow", UNI_OF_LIST),
            entry("io.quarkus.hibernate.reactive.panache.PanacheQuery", UNI_OF_LIST),
            entry("io.quarkus.hibernate.orm.panache.PanacheQuery", LIST), entry("jakarta.persistence.Query", LIST),
            entry("java.util.stream.BaseStream", LIST), entry("java.util.Iterator", LIST),
            entry("java.util.Enumeration", LIST), entry("java.util.Spliterator", LIST), entry("java.sql.ResultSet", LIST),
            entry("java.nio.file.DirectoryStream", LIST), entry("java.io.InputStream", BYTES),
            entry("java.nio.channels.Channel", BYTES), entry("jakarta.ws.rs.core.StreamingOutput", BYTES),
            entry("java.io.Reader", TEXT), entry("java.nio.Buffer", WHAT_WAS_READ),
            entry("io.netty.buffer.ByteBuf", BYTES), entry("java.sql.Connection", WHAT_WAS_READ),
            entry("java.sql.Statement", WHAT_WAS_READ), entry("jakarta.persistence.EntityManager", WHAT_WAS_READ),
            entry("org.hibernate.SharedSessionContract", WHAT_WAS_READ),
            entry("org.jboss.resteasy.reactive.multipart.FilePart", WHAT_WAS_READ),
            entry("jakarta.ws.rs.core.EntityPart", WHAT_WAS_READ));
    private static final Map<String, Uncacheable> AWAITED = Map.of(
            "io.smallrye.mutiny.Uni", UNI, "io.vertx.core.Future", UNI, "reactor.core.publisher.Mono", UNI,
            "io.reactivex.rxjava3.core.Single", UNI, "io.reactivex.rxjava3.core.Maybe", UNI,
            "io.reactivex.rxjava3.core.Completable", UNI, "kotlinx.coroutines.Deferred", UNI,
            "java.util.concurrent.CompletionStage", STAGE, "java.util.concurrent.Future", STAGE);
    private static final Map<String, Uncacheable> CHANGED = Map.ofEntries(
            entry("io.quarkus.qute.TemplateInstance", new Uncacheable("the String that it renders", false)),
            entry("jakarta.ws.rs.core.Response$ResponseBuilder", ENTITY),
            entry("org.jboss.resteasy.reactive.RestResponse$ResponseBuilder", ENTITY),
            entry("org.jboss.resteasy.reactive.server.multipart.MultipartFormDataOutput", PARTS),
            entry("org.jboss.resteasy.plugins.providers.multipart.MultipartOutput", PARTS),
            entry("io.quarkus.mailer.MailTemplate$MailTemplateInstance", PARTS),
            entry("jakarta.ws.rs.core.UriBuilder", new Uncacheable("URI", false)),
            entry("jakarta.json.JsonObjectBuilder", new Uncacheable("JsonObject", false)),
            entry("jakarta.json.JsonArrayBuilder", new Uncacheable("JsonArray", false)),
            entry("java.lang.StringBuilder", TEXT), entry("java.lang.StringBuffer", TEXT),
            entry("java.util.StringJoiner", TEXT), entry("java.io.Writer", TEXT), entry("java.io.OutputStream", BYTES),
            entry("io.vertx.ext.web.RoutingContext", WHAT_WAS_READ),
            entry("io.vertx.core.http.HttpServerRequest", WHAT_WAS_READ),
            entry("io.vertx.core.http.HttpServerResponse", WHAT_WAS_READ),
            entry("jakarta.servlet.ServletRequest", WHAT_WAS_READ), entry("jakarta.servlet.ServletResponse", WHAT_WAS_READ));

    /** What makes the type uncacheable, or {@code null} if its values can be used again. */
    static Uncacheable of(Type type, TypeHierarchy hierarchy) {
        return hierarchy.names(type).map(Uncacheable::of).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** The names of the types, which the running application refuses as well. */
    static Set<String> names() {
        return Stream.of(CONSUMED, AWAITED, CHANGED).flatMap(types -> types.keySet().stream()).collect(Collectors.toSet());
    }

    private static Uncacheable of(DotName name) {
        String text = name.toString();
        Uncacheable later = AWAITED.getOrDefault(text, CONSUMED.get(text));
        return later == null ? CHANGED.get(text) : later;
    }

    /** What can be returned instead as the item of a {@code Uni} or stage, or inside another value. */
    String insteadOfItem() {
        return arriving ? instead.substring(instead.indexOf('<') + 1, instead.length() - 1) : instead;
    }
}
