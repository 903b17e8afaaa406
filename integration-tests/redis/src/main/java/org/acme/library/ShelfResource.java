package org.acme.library;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkiverse.usecache.RevalidateTag;
import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.TagCache;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;

/** Reads books, and revalidates them in each way that there is. */
@Path("books/{title}")
public class ShelfResource {

    private final Shelf shelf;
    private final TagCache tags;

    ShelfResource(Shelf shelf, TagCache tags) {
        this.shelf = shelf;
        this.tags = tags;
    }

    @GET
    @Path("reads")
    public int reads(@PathParam("title") String title) {
        return shelf.book(title).reads();
    }

    /** What a client sends must not be lost while its request waits. */
    @POST
    @Path("length")
    public int length(@PathParam("title") String title, String body) {
        return body.length();
    }

    @POST
    @Path("bean")
    public void byBean(@PathParam("title") String title) {
        tags.revalidateTag("book:" + title);
    }

    @POST
    @Path("annotation")
    @RevalidateTag("book:{title}")
    public void byAnnotation(@PathParam("title") String title) {
    }

    @POST
    @Path("transaction")
    @Transactional
    @RevalidateTag("book:{title}")
    public void inTransaction(@PathParam("title") String title) {
    }

    @POST
    @Path("event-loop")
    @NonBlocking
    public Uni<Long> onEventLoop(@PathParam("title") String title) {
        return tags.revalidateTagAsync(RevalidationMode.EXPIRE, "book:" + title).map(done -> done.sequence());
    }
}
