package io.quarkiverse.usecache.deployment.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;

import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.UseCache.Visibility;
import io.quarkiverse.usecache.deployment.check.Mistakes;
import io.quarkiverse.usecache.deployment.jandex.Names;

public class VisibilityReaderTest {

    public static final String MESSAGE = "@UseCache(visibility = PRIVATE) needs to know the caller, and there is no security "
            + "extension: " + Methods.class.getName() + "#mine(). "
            + "Add one, for example quarkus-oidc, quarkus-smallrye-jwt or quarkus-elytron-security-properties-file.";

    private final Mistakes mistakes = new Mistakes();

    @Test
    void privateWithoutSecurityFailsTheBuild() throws IOException {
        assertThat(new VisibilityReader(false, mistakes).perPrincipal(useCache("mine"))).isTrue();
        assertThat(mistakes.failures()).extracting(Throwable::getMessage).containsExactly(MESSAGE);
    }

    @Test
    void privateWithSecurityIsFine() throws IOException {
        assertThat(new VisibilityReader(true, mistakes).perPrincipal(useCache("mine"))).isTrue();
        assertThat(mistakes.failures()).isEmpty();
    }

    @Test
    void sharedNeedsNoSecurity() throws IOException {
        assertThat(new VisibilityReader(false, mistakes).perPrincipal(useCache("ours"))).isFalse();
        assertThat(mistakes.failures()).isEmpty();
    }

    private static AnnotationInstance useCache(String method) throws IOException {
        return Index.of(Methods.class).getClassByName(Methods.class).firstMethod(method).annotation(Names.USE_CACHE);
    }

    static class Methods {

        @UseCache(visibility = Visibility.PRIVATE)
        String mine() {
            return "";
        }

        @UseCache
        String ours() {
            return "";
        }
    }
}
