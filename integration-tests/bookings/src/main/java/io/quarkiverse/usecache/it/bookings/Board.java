package io.quarkiverse.usecache.it.bookings;

import jakarta.enterprise.context.ApplicationScoped;

/** What the template of the board asks for. */
@ApplicationScoped
public class Board {

    private final Statistics statistics;
    private final Executions executions;

    Board(Statistics statistics, Executions executions) {
        this.statistics = statistics;
        this.executions = executions;
    }

    public Totals totals(String type) {
        return statistics.totals(type);
    }

    /** How often a fragment was rendered, which calls this while it is. */
    public long rendered(String fragment) {
        executions.record("board", fragment);
        return executions.counts().get("board(" + fragment + ")");
    }
}
