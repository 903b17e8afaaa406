package io.quarkiverse.usecache.it.bookings.web;

import java.util.List;
import java.util.Map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.Cache;

import io.quarkiverse.usecache.it.bookings.Executions;
import io.quarkiverse.usecache.it.bookings.Statistics;
import io.quarkiverse.usecache.it.bookings.Totals;

/** The numbers over HTTP: those of the bookings, and how often the bodies of cached methods ran. */
@Path("/")
@Cache(noStore = true)
public class StatisticsResource {

    private final Statistics statistics;
    private final Executions executions;
    private final Answers answers;

    StatisticsResource(Statistics statistics, Executions executions, Answers answers) {
        this.statistics = statistics;
        this.executions = executions;
        this.answers = answers;
    }

    @GET
    @Path("/statistics")
    public Answer<List<Totals>> statistics() {
        return answers.to(statistics::statistics);
    }

    @GET
    @Path("/executions")
    public Map<String, Long> executions() {
        return executions.counts();
    }
}
