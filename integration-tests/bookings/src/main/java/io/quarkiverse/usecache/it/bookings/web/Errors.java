package io.quarkiverse.usecache.it.bookings.web;

import java.util.Map;
import java.util.NoSuchElementException;

import jakarta.ws.rs.core.Response.Status;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells callers what was wrong with their request. */
class Errors {

    @ServerExceptionMapper
    RestResponse<Map<String, String>> notFound(NoSuchElementException cause) {
        return RestResponse.status(Status.NOT_FOUND, Map.of("error", cause.getMessage()));
    }
}
