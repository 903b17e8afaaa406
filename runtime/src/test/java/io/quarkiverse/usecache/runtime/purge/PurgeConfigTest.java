package io.quarkiverse.usecache.runtime.purge;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.usecache.runtime.config.PurgeConfig;

/** Mistakes that stop the start of an application. */
@Timeout(60)
class PurgeConfigTest {

    /** What is not given is missing, or one. */
    private static PurgeConfig config(String... pairs) {
        Map<String, String> given = Arrays.stream(pairs).map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        return (PurgeConfig) Proxy.newProxyInstance(PurgeConfig.class.getClassLoader(), new Class<?>[] { PurgeConfig.class },
                (proxy, method, none) -> value(method.getReturnType(), method.getName(), given.get(kebab(method.getName()))));
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static Object value(Class<?> type, String name, String text) {
        if (type == Optional.class) {
            return Optional.ofNullable(text).map(given -> switch (name) {
                case "type" -> PurgeConfig.Type.valueOf(given.toUpperCase(Locale.ROOT));
                case "url" -> URI.create(given);
                default -> given;
            });
        }
        return type == Duration.class ? Duration.ofSeconds(text == null ? 1 : Long.parseLong(text))
                : text == null ? 1 : Integer.parseInt(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            type=varnish | url is missing. Give the address to send requests to
            type=nextjs token=s3cret | url is missing
            type=nextjs url=http://front:3000/api/revalidate | token is missing
            type=varnish url=varnish:6081 | url is no address with http or https, a host and at most a port and a path
            type=varnish url=ftp://varnish | url is no address with http or https
            type=varnish url=http://me:s3cret@varnish | url is no address with http or https
            type=fastly token=s3cret | service-id is missing. Give it, or remove the target.
            type=fastly service-id=abc | token is missing
            type=cloudflare token=s3cret | zone-id is missing
            type=cloudflare zone-id=abc | token is missing
            """)
    void whatAPurgerLacksIsNamed(String properties, String problem) {
        PurgeConfig config = config(properties.trim().split(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> new Purgers(null, null).of("cdn", config))
                .withMessageStartingWith("quarkus.use-cache.http.purge.\"cdn\"." + problem)
                .withMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            timeout=0 | timeout [PT0S] must be at least a millisecond
            retry-delay=-1 | retry-delay [PT-1S] must be at least a millisecond
            maximum-retry-delay=0 | maximum-retry-delay [PT0S] must be at least a millisecond
            maximum-pending=0 | maximum-pending [0] must be at least 1
            """)
    void numbersThatMakeNoSenseAreNamed(String property, String problem) {
        PurgeConfig config = config(property.trim());
        assertThatIllegalArgumentException().isThrownBy(() -> TargetSettings.of("cdn", config))
                .withMessageStartingWith("quarkus.use-cache.http.purge.\"cdn\"." + problem);
    }
}
