package org.acme.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.servers.RedisServer;
import io.quarkiverse.usecache.servers.RespConnection;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** A client that has a name, over TLS, with a user who has the rights of the documentation and no others. */
@QuarkusTest
@TestProfile(NamedClientTest.Profile.class)
@WithTestResource(NamedClientTest.Server.class)
@Timeout(120)
class NamedClientTest {

    /** As the page on many nodes has it. */
    private static final String RIGHTS = "~use-cache:* +eval +evalsha +info +time +get +mget +set +del +hset +hmget +hget +hlen "
            + "+hscan +hdel +xadd +xrange +xlen +xdel +xread +hello +auth +ping +client +select";

    public static class Profile implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.use-cache.redis.client", "books");
        }
    }

    public static class Server implements QuarkusTestResourceLifecycleManager {

        private RedisServer server;

        @Override
        public Map<String, String> start() {
            try (ServerSocket free = new ServerSocket(0)) {
                int port = free.getLocalPort();
                free.close();
                TestCertificate certificate = TestCertificate.in(Files.createTempDirectory("use-cache-tls"));
                server = RedisServer.start("--tls-port", "" + port, "--tls-cert-file", certificate.certificate().toString(),
                        "--tls-key-file", certificate.key().toString(), "--tls-ca-cert-file",
                        certificate.certificate().toString(), "--tls-auth-clients", "no");
                server.call((Object[]) ("ACL SETUSER cache on >secret " + RIGHTS).split(" "));
                return config(port, certificate.certificate());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Map<String, String> config(int port, Path certificate) {
            return Map.of("quarkus.redis.books.hosts", "rediss://cache:secret@localhost:" + port,
                    "quarkus.redis.books.tls-configuration-name", "books", "quarkus.tls.books.hostname-verification-algorithm",
                    "HTTPS",
                    "quarkus.tls.books.trust-store.pem.certs",
                    certificate.toString(), "test.redis.port", "" + server.port(),
                    "quarkus.use-cache.redis.command-timeout", "5s", "quarkus.use-cache.redis.lease", "20s");
        }

        @Override
        public void stop() {
            server.close();
        }
    }

    @Inject
    Shelf shelf;

    @Inject
    TagCache tags;

    @ConfigProperty(name = "test.redis.port")
    int port;

    @Test
    void itsUserReadsWritesAndRevalidates() {
        try (RespConnection redis = new RespConnection(port)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> tags.revalidateTag("book:Emma").propagated());
            Book book = shelf.book("Emma");
            await().atMost(Duration.ofSeconds(60)).until(
                    () -> ((List<?>) redis.call("KEYS", "use-cache:library:*Emma*:e")).size() == 1);
            assertThat(tags.revalidateTag("book:Emma").propagated()).isTrue();
            assertThat(shelf.book("Emma").reads()).isGreaterThan(book.reads());
            assertThat(redis.call("CLIENT", "LIST").toString()).contains("user=cache");
        }
    }
}
