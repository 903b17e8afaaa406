package org.acme.press;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/articles")
public class NewsResource {

    @Inject
    News news;

    @GET
    @Path("/{id}")
    public String article(String id) {
        return news.article(id);
    }
}
