package org.acme;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

@Path("/prices/{item}")
public class PriceResource {

    @Inject
    Prices prices;

    @GET
    public Price of(String item) {
        return prices.of(item);
    }

    @PUT
    public void change(String item, @QueryParam("cents") int cents) {
        prices.change(item, cents);
    }
}
