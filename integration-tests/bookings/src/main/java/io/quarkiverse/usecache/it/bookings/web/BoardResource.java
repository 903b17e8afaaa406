package io.quarkiverse.usecache.it.bookings.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.Cache;

import io.quarkiverse.usecache.it.bookings.Board;
import io.quarkiverse.usecache.it.bookings.BookingTypes;
import io.quarkus.qute.Template;

/** A page that the server renders, of cached fragments. */
@Path("/board")
@Cache(noStore = true)
public class BoardResource {

    private final Template page;
    private final Board board;

    BoardResource(Template board, Board content) {
        this.page = board;
        this.board = content;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public String board() {
        return page.data("board", board).data("types", BookingTypes.ALL).render();
    }
}
