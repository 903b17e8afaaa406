package io.quarkiverse.usecache.test.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.netty.buffer.ByteBuf;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.streams.ReadStream;
import io.vertx.ext.web.RoutingContext;

/**
 * What cannot be given to a second caller is refused wherever it is in a value, and in what a bean makes of a type variable.
 */
@Timeout(60)
class SharedValuesTest {

    static final List<String> ERRORS = BuildMessages
            .table("""
                    @UseCache cannot cache a ByteBuf: OfCall#netty(). Return byte[], or remove the annotation.
                    @UseCache cannot cache a ByteBuffer: OfCall#buffer(). Return what was read from it, or remove the annotation.
                    @UseCache cannot cache a Connection: OfCall#connection(). Return what was read from it, or remove the annotation.
                    @UseCache cannot cache an EntityManager: OfCall#session(). Return what was read from it, or remove the annotation.
                    @UseCache cannot cache a PreparedStatement: OfCall#statement(). Return what was read from it, or remove the annotation.
                    @UseCache cannot cache a StringWriter: OfCall#writer(). Return String, or remove the annotation.
                    @UseCache cannot cache the FileUpload in List<FileUpload>: OfCall#uploads(). Use what was read from it in its place, or remove the annotation.
                    @UseCache cannot cache a Future: Asynchronous#future(). Return CompletionStage<T>, or remove the annotation.
                    @UseCache cannot cache a Future: Asynchronous#vertxFuture(). Return Uni<T>, or remove the annotation.
                    @UseCache cannot cache a ReadStream: Asynchronous#readStream(). Return Uni<List<T>>, or remove the annotation.
                    @UseCache cannot cache a Uni<Uni>: Asynchronous#uniOfUni(). Return Uni<T>, or remove the annotation.
                    @UseCache cannot cache the CompletableFuture in List<CompletableFuture<String>>: Asynchronous#futures(). Use T in its place, or remove the annotation.
                    @UseCache cannot cache the Uni in Map<String, Uni<String>>: Asynchronous#unis(). Use T in its place, or remove the annotation.
                    @UseCache cannot cache a Stream: Base#value() of StreamBean. Return List<T>, or remove the annotation.
                    @UseCache cannot cache the InputStream in Optional<InputStream>: Base#optional() of InputStreamBean. Use byte[] in its place, or remove the annotation.
                    @UseCache cannot cache an InputStream: Base#value() of InputStreamBean. Return byte[], or remove the annotation.
                    @UseCache cannot cache a Uni<Multi>: Base#value() of MultiBean. Return Uni<List<T>>, or remove the annotation.
                    @UseCache cannot cache the Uni in Optional<Uni<Multi<String>>>: Base#optional() of MultiBean. Use T in its place, or remove the annotation.
                    @UseCache cannot cache the Stream in Optional<Stream<String>>: Base#optional() of StreamBean. Use List<T> in its place, or remove the annotation.
                    @UseCache cannot cache a MultipartFormDataOutput: Framework#multipart(). Return the data of its parts, or remove the annotation.
                    @UseCache cannot cache a ResponseBuilder: Framework#response(). Return the entity, or remove the annotation.
                    @UseCache cannot cache a ResponseBuilder: Framework#restResponse(). Return the entity, or remove the annotation.
                    @UseCache cannot cache a RoutingContext: Framework#request(). Return what was read from it, or remove the annotation.
                    @UseCache cannot cache a StringBuilder: Framework#text(). Return String, or remove the annotation.
                    @UseCache cannot cache a TemplateInstance: Framework#page(). Return the String that it renders, or remove the annotation.
                    @UseCache cannot cache a Uni<TemplateInstance>: Framework#pageLater(). Return Uni of the String that it renders, or remove the annotation.
                    @UseCache cannot cache a UriBuilder: Framework#uri(). Return URI, or remove the annotation.
                    @UseCache cannot cache the TemplateInstance in List<TemplateInstance>: Framework#pages(). Use the String that it renders in its place, or remove the annotation.
                    @UseCache cannot cache the InputStream in Download: Inside#download(). Use byte[] in its place, or remove the annotation.
                    @UseCache cannot cache the InputStream in Optional<InputStream>: Inside#optional(). Use byte[] in its place, or remove the annotation.
                    @UseCache cannot cache the InputStream in RestResponse<InputStream>: Inside#response(). Use byte[] in its place, or remove the annotation.
                    @UseCache cannot cache the Iterator in Map<String, List<Iterator<String>>>: Inside#deep(). Use List<T> in its place, or remove the annotation.
                    @UseCache cannot cache the Multi in RestResponse<Multi<String>>: Inside#responseLater(). Use List<T> in its place, or remove the annotation.
                    @UseCache cannot cache the Stream in List<Stream<String>>: Inside#list(). Use List<T> in its place, or remove the annotation.
                    @UseCache cannot cache the Stream in Page<Stream<String>>: Inside#page(). Use List<T> in its place, or remove the annotation.
                    @UseCache cannot cache the Stream in Rows: Inside#rows(). Use List<T> in its place, or remove the annotation.
                    @UseCache cannot cache the Stream in Stream[]: Inside#array(). Use List<T> in its place, or remove the annotation.
                    """);

    static final List<String> WARNINGS = BuildMessages
            .table("""
                    @UseCache does not see what the Object is, so that a Uni, stage or stream in it is returned and not cached: Base#value() of RawBean. Declare the type that is returned.
                    @UseCache does not see what the Object is, so that a Uni, stage or stream in it is returned and not cached: Unseen#any(). Declare the type that is returned.
                    @UseCache does not see what the Object is, so that a Uni, stage or stream in it is returned and not cached: Unseen#anyOf(java.util.function.Supplier). Declare the type that is returned.
                    @UseCache keeps a Response with its status, headers and cookies for all callers: Responses#inside(). Return the entity, and make the Response of it in a method that is not cached.
                    @UseCache keeps a Response with its status, headers and cookies for all callers: Responses#later(). Return the entity, and make the Response of it in a method that is not cached.
                    @UseCache keeps a Response with its status, headers and cookies for all callers: Responses#now(). Return the entity, and make the Response of it in a method that is not cached.
                    @UseCache on the class cannot cache the Stream in List<Stream<String>>, so that this method is not cached: OnClass#streams(). Use List<T> in its place, or annotate the methods to cache instead of the class.
                    The parameter [make] is part of the key, but a Supplier equals only itself, so that no two calls share an entry: Unseen#anyOf(java.util.function.Supplier). Pass what the value depends on instead, mark the parameters that matter with @CacheKey, or name a keyGenerator.
                    """);

    @Test
    void whatASecondCallerCouldNotUseIsAnError() {
        assertThat(Scan.errors(SharedValuesTest.class)).containsExactlyInAnyOrderElementsOf(ERRORS);
    }

    @Test
    void whatMayBeMeantIsAWarning() {
        assertThat(Scan.warnings(SharedValuesTest.class)).containsExactlyInAnyOrderElementsOf(WARNINGS);
    }

    public record Download(String name, InputStream content) {
    }

    public record Tree(String name, List<Tree> children) {
    }

    public static class Page<T> {

        List<T> items;
    }

    public static class Rows extends ArrayList<Stream<String>> {

        private static final long serialVersionUID = 1L;
    }

    @ApplicationScoped
    public static class Inside {

        @UseCache
        public Optional<InputStream> optional() {
            return null;
        }

        @UseCache
        public RestResponse<InputStream> response() {
            return null;
        }

        @UseCache
        public Uni<RestResponse<Multi<String>>> responseLater() {
            return null;
        }

        @UseCache
        public List<Stream<String>> list() {
            return null;
        }

        @UseCache
        public Stream<String>[] array() {
            return null;
        }

        @UseCache
        public CompletionStage<Map<String, List<? extends Iterator<String>>>> deep() {
            return null;
        }

        @UseCache
        public Download download() {
            return null;
        }

        @UseCache
        public Page<Stream<String>> page() {
            return null;
        }

        @UseCache
        public Rows rows() {
            return null;
        }
    }

    @ApplicationScoped
    public static class Fine {

        @UseCache
        public Supplier<Stream<String>> supplier() {
            return null;
        }

        @UseCache
        public Class<InputStream> type() {
            return null;
        }

        @UseCache
        public Uni<Optional<List<Tree>>> tree() {
            return null;
        }

        @UseCache
        public RestResponse<String> response() {
            return null;
        }

        @UseCache
        public Map<String, Page<Integer>> pages() {
            return null;
        }
    }

    @ApplicationScoped
    public static class Asynchronous {

        @UseCache
        public Future<String> future() {
            return null;
        }

        @UseCache
        public io.vertx.core.Future<String> vertxFuture() {
            return null;
        }

        @UseCache
        public ReadStream<String> readStream() {
            return null;
        }

        @UseCache
        public Uni<Uni<String>> uniOfUni() {
            return null;
        }

        @UseCache
        public List<CompletableFuture<String>> futures() {
            return null;
        }

        @UseCache
        public Map<String, Uni<String>> unis() {
            return null;
        }
    }

    @ApplicationScoped
    public static class OfCall {

        @UseCache
        public ByteBuffer buffer() {
            return null;
        }

        @UseCache
        public ByteBuf netty() {
            return null;
        }

        @UseCache
        public Connection connection() {
            return null;
        }

        @UseCache
        public PreparedStatement statement() {
            return null;
        }

        @UseCache
        public EntityManager session() {
            return null;
        }

        @UseCache
        public StringWriter writer() {
            return null;
        }

        @UseCache
        public List<FileUpload> uploads() {
            return null;
        }
    }

    @ApplicationScoped
    public static class Framework {

        @UseCache
        public TemplateInstance page() {
            return null;
        }

        @UseCache
        public Uni<TemplateInstance> pageLater() {
            return null;
        }

        @UseCache
        public List<TemplateInstance> pages() {
            return null;
        }

        @UseCache
        public Response.ResponseBuilder response() {
            return null;
        }

        @UseCache
        public RestResponse.ResponseBuilder<String> restResponse() {
            return null;
        }

        @UseCache
        public MultipartFormDataOutput multipart() {
            return null;
        }

        @UseCache
        public UriBuilder uri() {
            return null;
        }

        @UseCache
        public StringBuilder text() {
            return null;
        }

        @UseCache
        public RoutingContext request() {
            return null;
        }
    }

    public abstract static class Base<T> {

        @UseCache
        public T value() {
            return null;
        }

        @UseCache
        public Optional<T> optional() {
            return null;
        }
    }

    public abstract static class Between<A, B> extends Base<B> {
    }

    @ApplicationScoped
    public static class StreamBean extends Base<Stream<String>> {
    }

    @ApplicationScoped
    public static class InputStreamBean extends Between<String, InputStream> {
    }

    @ApplicationScoped
    public static class MultiBean extends Base<Uni<Multi<String>>> {
    }

    @ApplicationScoped
    public static class TextBean extends Base<String> {
    }

    @ApplicationScoped
    @SuppressWarnings("rawtypes")
    public static class RawBean extends Base {
    }

    @ApplicationScoped
    public static class Unseen {

        @UseCache
        public Object any() {
            return null;
        }

        @UseCache
        public <T> T anyOf(Supplier<T> make) {
            return null;
        }

        @UseCache
        public <T extends Number> T number() {
            return null;
        }

        @UseCache
        public Uni<Object> later() {
            return null;
        }
    }

    @ApplicationScoped
    public static class Responses {

        @UseCache
        public Response now() {
            return null;
        }

        @UseCache
        public Uni<Response> later() {
            return null;
        }

        @UseCache
        public Optional<Response> inside() {
            return null;
        }
    }

    @ApplicationScoped
    @UseCache
    public static class OnClass {

        public List<Stream<String>> streams() {
            return null;
        }

        public void nothing() {
        }
    }
}
