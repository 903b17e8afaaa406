package io.quarkiverse.usecache.test.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.InputStream;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.StreamingOutput;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.UseCache;
import io.quarkus.cache.CacheKey;
import io.quarkus.cache.CacheKeyGenerator;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Every mistake around {@code @UseCache} is reported, all together. */
class UseCacheErrorsTest {

    static final List<String> MESSAGES = BuildMessages
            .table("""
                    @UseCache cannot cache void, there is no value: Returns#nothing(). Return a value, or remove the annotation.
                    @UseCache cannot cache Void, there is no value: Returns#boxedNothing(). Return a value, or remove the annotation.
                    @UseCache cannot cache Uni<Void>, there is no value: Returns#laterNothing(). Return a value, or remove the annotation.
                    @UseCache cannot cache a Multi: Returns#multi(). Return Uni<List<T>>, or remove the annotation.
                    @UseCache cannot cache a Publisher: Returns#publisher(). Return Uni<List<T>>, or remove the annotation.
                    @UseCache cannot cache a Stream: Returns#stream(). Return List<T>, or remove the annotation.
                    @UseCache cannot cache an IntStream: Returns#intStream(). Return List<T>, or remove the annotation.
                    @UseCache cannot cache an Iterator: Returns#iterator(). Return List<T>, or remove the annotation.
                    @UseCache cannot cache an InputStream: Returns#inputStream(). Return byte[], or remove the annotation.
                    @UseCache cannot cache a BufferedReader: Returns#reader(). Return String, or remove the annotation.
                    @UseCache cannot cache a StreamingOutput: Returns#output(). Return byte[], or remove the annotation.
                    @UseCache cannot cache a Uni<Stream>: Returns#uniOfStream(). Return Uni<List<T>>, or remove the annotation.
                    @UseCache cannot cache a CompletionStage<Multi>: Returns#stageOfMulti(). Return CompletionStage<List<T>>, or remove the annotation.
                    @UseCache cannot cache an OwnFuture: Returns#ownFuture(). Return CompletionStage<T>, or remove the annotation.
                    @UseCache cannot act on a private method: Privates#secret(). Make it package-private or wider, or remove the annotation.
                    @UseCache cannot act on a private method: Privates#staticSecret(). Make it package-private or wider, or remove the annotation.
                    @UseCache has a blank cache name: Names#blank(). Name the cache, or leave the name out for the cache [default].
                    @UseCache cannot be part of another annotation: Composed. Annotate the methods to cache, or their class.
                    The keyGenerator WithArgument is neither a bean nor a public class with a public constructor without parameters: Keys#withArgument(java.lang.String). Give it a scope such as @ApplicationScoped, or such a constructor.
                    The keyGenerator AbstractGenerator is neither a bean nor a public class with a public constructor without parameters: Keys#abstractGenerator(java.lang.String). Give it a scope such as @ApplicationScoped, or such a constructor.
                    The keyGenerator HiddenConstructor is neither a bean nor a public class with a public constructor without parameters: Keys#hiddenConstructor(java.lang.String). Give it a scope such as @ApplicationScoped, or such a constructor.
                    The keyGenerator Inner is neither a bean nor a public class with a public constructor without parameters: Keys#inner(java.lang.String). Give it a scope such as @ApplicationScoped, or such a constructor.
                    The keyGenerator NotPublic is neither a bean nor a public class with a public constructor without parameters: Keys#notPublic(java.lang.String). Give it a scope such as @ApplicationScoped, or such a constructor.
                    The keyGenerator Ambiguous is 2 beans [Ambiguous, MoreAmbiguous]: Keys#ambiguous(java.lang.String). Name the class of one of them.
                    @CacheKey has no effect beside a keyGenerator: Keys#both(java.lang.String). Remove one of them.
                    """);

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(UseCacheErrorsTest.class, BuildMessages.class))
            .assertException(failure -> assertThat(BuildMessages.errors(failure, UseCacheErrorsTest.class))
                    .containsExactlyInAnyOrderElementsOf(MESSAGES));

    @Test
    void buildFails() {
        fail("The application must not start");
    }

    @ApplicationScoped
    public static class Returns {

        @UseCache
        public void nothing() {
        }

        @UseCache
        public Void boxedNothing() {
            return null;
        }

        @UseCache
        public Uni<Void> laterNothing() {
            return null;
        }

        @UseCache
        public Multi<String> multi() {
            return null;
        }

        @UseCache
        public Flow.Publisher<String> publisher() {
            return null;
        }

        @UseCache
        public Stream<String> stream() {
            return null;
        }

        @UseCache
        public IntStream intStream() {
            return null;
        }

        @UseCache
        public Iterator<String> iterator() {
            return null;
        }

        @UseCache
        public InputStream inputStream() {
            return null;
        }

        @UseCache
        public BufferedReader reader() {
            return null;
        }

        @UseCache
        public StreamingOutput output() {
            return null;
        }

        @UseCache
        public Uni<Stream<String>> uniOfStream() {
            return null;
        }

        @UseCache
        public CompletionStage<Multi<String>> stageOfMulti() {
            return null;
        }

        @UseCache
        public OwnFuture<String> ownFuture() {
            return null;
        }
    }

    public static class OwnFuture<T> extends CompletableFuture<T> {
    }

    @ApplicationScoped
    public static class Privates {

        @UseCache
        private String secret() {
            return "";
        }

        @UseCache
        private static String staticSecret() {
            return "";
        }
    }

    @ApplicationScoped
    public static class Names {

        @UseCache(" ")
        public String blank() {
            return "";
        }
    }

    @UseCache
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Composed {
    }

    @ApplicationScoped
    public static class Keys {

        @UseCache(keyGenerator = WithArgument.class)
        public String withArgument(String id) {
            return "";
        }

        @UseCache(keyGenerator = AbstractGenerator.class)
        public String abstractGenerator(String id) {
            return "";
        }

        @UseCache(keyGenerator = HiddenConstructor.class)
        public String hiddenConstructor(String id) {
            return "";
        }

        @UseCache(keyGenerator = Inner.class)
        public String inner(String id) {
            return "";
        }

        @UseCache(keyGenerator = NotPublic.class)
        public String notPublic(String id) {
            return "";
        }

        @UseCache(keyGenerator = Ambiguous.class)
        public String ambiguous(String id) {
            return "";
        }

        @UseCache(keyGenerator = MoreAmbiguous.class)
        public String both(@CacheKey String id) {
            return "";
        }
    }

    public static class Generator implements CacheKeyGenerator {

        @Override
        public Object generate(Method method, Object... parameters) {
            return parameters[0];
        }
    }

    public static class WithArgument extends Generator {

        public WithArgument(String argument) {
        }
    }

    public abstract static class AbstractGenerator extends Generator {
    }

    public static class HiddenConstructor extends Generator {

        private HiddenConstructor() {
        }
    }

    public class Inner extends Generator {
    }

    static class NotPublic extends Generator {

        public NotPublic() {
        }
    }

    @Singleton
    public static class Ambiguous extends Generator {
    }

    @Singleton
    public static class MoreAmbiguous extends Ambiguous {
    }
}
