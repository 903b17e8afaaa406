package io.quarkiverse.usecache.test.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.logging.LogRecord;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CacheLife;
import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.RevalidateTag;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.runtime.method.CachedMethodDescriptor;
import io.quarkiverse.usecache.runtime.method.MethodCatalog;
import io.quarkus.cache.CacheKey;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

/** The annotations on the interface of a REST client act, because Quarkus makes a bean of it and copies them. */
@Timeout(60)
class RestClientTest {

    private static final HotelServer SERVER = new HotelServer();

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Hotels.class, Rooms.class, Base.class, HotelServer.class))
            .setAfterAllCustomizer(SERVER::close)
            .overrideRuntimeConfigKey("quarkus.rest-client.server.url", SERVER.url())
            .setLogRecordPredicate(record -> record.getLoggerName().startsWith("io.quarkiverse.usecache.deployment"))
            .assertLogRecords(records -> assertThat(records).extracting(LogRecord::getMessage).isEmpty());

    @RestClient
    Hotels hotels;

    @RestClient
    Rooms rooms;

    @Inject
    TagCache cache;

    @Inject
    MethodCatalog catalog;

    @Test
    void answersAreCachedByTheArgumentsThatAreKeys() {
        String first = hotels.one("ritz", "a trace");
        assertThat(first).startsWith("/hotels/ritz ");
        assertThat(hotels.one("ritz", "another")).isEqualTo(first);
        assertThat(hotels.one("plaza", "another")).isNotEqualTo(first);
    }

    @Test
    void tagsAreTemplatesWithTheNamesOfTheParameters() {
        String first = hotels.one("adlon", "");
        cache.revalidateTag("hotel:adlon");
        assertThat(hotels.one("adlon", "")).isNotEqualTo(first);
    }

    @Test
    void aChangeThroughTheClientRevalidates() {
        String first = hotels.one("sacher", "");
        hotels.change("sacher");
        assertThat(hotels.one("sacher", "")).isNotEqualTo(first);
    }

    @Test
    void asynchronousAnswersAreCached() {
        String first = hotels.later("ritz").await().atMost(Duration.ofSeconds(30));
        assertThat(hotels.later("ritz").await().atMost(Duration.ofSeconds(30))).isEqualTo(first);
    }

    @Test
    void inheritedMethodsAreCachedToo() {
        assertThat(hotels.stars("ritz")).isEqualTo(hotels.stars("ritz"));
    }

    @Test
    void annotationOnTheInterfaceCachesItsMethods() {
        String first = rooms.of("ritz");
        assertThat(rooms.of("ritz")).isEqualTo(first);
        cache.revalidateTag("rooms");
        assertThat(rooms.of("ritz")).isNotEqualTo(first);
    }

    @Test
    void lifeIsThatOfTheInterface() {
        assertThat(catalog.cached()).filteredOn(method -> method.id().name().equals("one"))
                .extracting(CachedMethodDescriptor::life).singleElement()
                .satisfies(life -> assertThat(life.lifetime().revalidate()).isEqualTo(Duration.ofHours(7)));
    }

    public interface Base {

        @GET
        @Path("{code}/stars")
        @UseCache
        String stars(@PathParam("code") String code);
    }

    @Path("hotels")
    @RegisterRestClient(configKey = "server")
    public interface Hotels extends Base {

        @GET
        @Path("{code}")
        @UseCache
        @CacheLife(revalidate = "7h")
        @CacheTag("hotel:{code}")
        String one(@CacheKey @PathParam("code") String code, @QueryParam("trace") String trace);

        @GET
        @Path("{code}/later")
        @UseCache
        Uni<String> later(@PathParam("code") String code);

        @PUT
        @Path("{code}")
        @RevalidateTag("hotel:{code}")
        void change(@PathParam("code") String code);
    }

    @UseCache
    @CacheTag("rooms")
    @Path("rooms")
    @RegisterRestClient(configKey = "server")
    public interface Rooms {

        @GET
        @Path("{code}")
        @CacheLife("days")
        String of(@PathParam("code") String code);

        @POST
        void book(String room);
    }
}
