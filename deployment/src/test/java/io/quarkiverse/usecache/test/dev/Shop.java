package io.quarkiverse.usecache.test.dev;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.context.ManagedExecutor;

import io.quarkiverse.usecache.CacheLife;
import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.UseCache;

/** What the tests of Dev UI look at. */
@Path("shop")
public class Shop {

    /** An article. */
    public record Article(int number, String name) {
    }

    /** What Jackson cannot write. */
    public static final class Secret {

        public String getWord() {
            throw new IllegalStateException("not to be told");
        }

        @Override
        public String toString() {
            return "a secret";
        }
    }

    @Inject
    ManagedExecutor executor;

    @GET
    @Path("articles/{count}")
    public String load(@PathParam("count") int count) {
        for (int i = 0; i < count; i++) {
            article(i);
        }
        return "loaded";
    }

    @UseCache("articles")
    @CacheTag({ "articles", "article:{number}" })
    @CacheLife(revalidate = "1h", expire = "1d")
    Article article(int number) {
        return new Article(number, "article " + number);
    }

    @GET
    @Path("list/{size}")
    public int list(@PathParam("size") int size) {
        return articles(size).size();
    }

    @UseCache("lists")
    @CacheTag("lists")
    List<Article> articles(int size) {
        List<Article> found = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            found.add(article(i));
        }
        return found;
    }

    /** What callers of cached methods must not do. */
    @DELETE
    @Path("list/{size}")
    public int change(@PathParam("size") int size) {
        articles(size).clear();
        return articles(size).size();
    }

    @GET
    @Path("text/{length}")
    public int longText(@PathParam("length") int length) {
        return text(length).length();
    }

    @UseCache("texts")
    @CacheTag("texts")
    String text(int length) {
        return "x".repeat(length);
    }

    @GET
    @Path("elsewhere")
    public CompletionStage<String> elsewhere() {
        return executor.supplyAsync(() -> article(1).name());
    }

    @GET
    @Path("none")
    public String none() {
        return "no cached call";
    }

    @GET
    @Path("secret")
    public String secret() {
        return hidden().toString();
    }

    @UseCache("secrets")
    @CacheTag("secrets")
    Secret hidden() {
        return new Secret();
    }
}
