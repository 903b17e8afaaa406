package io.quarkiverse.usecache.test.edge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.UseCache.Visibility;

@Path("/secured")
public class SecuredResource {

    @Singleton
    public static class Letters {

        @UseCache(visibility = Visibility.PRIVATE)
        @CacheTag("letters")
        public String letter() {
            return "personal";
        }

        @UseCache
        @CacheTag("news")
        public String news() {
            return "news";
        }

        /** Not cached, for the letter in it. */
        @UseCache
        @CacheTag("digests")
        public String digest() {
            return news() + letter();
        }
    }

    @Inject
    Letters letters;

    @GET
    @Path("/letter")
    public String letter() {
        return letters.news() + letters.letter();
    }

    @GET
    @Path("/digest")
    public String digest() {
        return letters.digest();
    }

    @GET
    @Path("/news")
    public String news() {
        return letters.news();
    }

    @GET
    @Path("/members")
    @RolesAllowed("members")
    public String members() {
        return letters.news();
    }
}
