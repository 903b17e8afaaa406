package io.quarkiverse.usecache.test.build.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.test.build.BuildMessages;
import io.quarkiverse.usecache.test.build.Scan;
import io.smallrye.mutiny.Uni;

/** An annotation on a class reaches methods that nobody meant to cache. */
@Timeout(60)
public class CachedClassesTest {

    public static final List<String> WARNINGS = BuildMessages
            .table("""
                    @UseCache on the class caches a @DELETE method, so that a second request changes nothing: Orders#remove(long). Annotate the methods to cache instead of the class.
                    @UseCache on the class caches a @PATCH method, so that a second request changes nothing: Orders#change(long). Annotate the methods to cache instead of the class.
                    @UseCache on the class caches a @POST method, so that a second request changes nothing: Orders#create(java.lang.String). Annotate the methods to cache instead of the class.
                    @UseCache on the class caches a @PUT method, so that a second request changes nothing: Orders#replace(long, java.lang.String). Annotate the methods to cache instead of the class.
                    @UseCache on the class caches the inherited method deleteAll, so that a second call changes nothing: Repository#deleteAll() of Titles. Annotate the methods to cache instead of the class.
                    @UseCache on the class caches the inherited method persist, so that a second call changes nothing: Repository#persist(java.lang.Object) of Titles. Annotate the methods to cache instead of the class.
                    @UseCache on the class caches the inherited method update, so that a second call changes nothing: Repository#update(java.lang.String) of Titles. Annotate the methods to cache instead of the class.
                    """);

    @Test
    void methodsThatChangeSomethingAreWarnedOf() {
        assertThat(Scan.warnings(CachedClassesTest.class)).containsExactlyInAnyOrderElementsOf(WARNINGS);
    }

    public interface OrdersApi {

        @POST
        String create(String order);
    }

    @Path("orders")
    @UseCache
    public static class Orders implements OrdersApi {

        @GET
        public String list() {
            return "";
        }

        @Override
        public String create(String order) {
            return "";
        }

        @PUT
        public Uni<String> replace(long id, String order) {
            return null;
        }

        @PATCH
        public String change(long id) {
            return "";
        }

        @DELETE
        public boolean remove(long id) {
            return true;
        }

        @DELETE
        public void removeAll() {
        }
    }

    @Path("search")
    public static class Search {

        @POST
        @UseCache
        public String meant(String query) {
            return "";
        }
    }

    public record Title(String text) {
    }

    /** As Panache has it. */
    public interface Repository<E> {

        default E findById(long id) {
            return null;
        }

        default long deleteAll() {
            return 0;
        }

        default int update(String query) {
            return 0;
        }

        default Uni<E> persist(E entity) {
            return null;
        }

        default void flush() {
        }

        default String updatesOf(String day) {
            return "";
        }
    }

    @ApplicationScoped
    @UseCache
    public static class Titles implements Repository<Title> {

        public String saveAsText() {
            return "";
        }
    }
}
