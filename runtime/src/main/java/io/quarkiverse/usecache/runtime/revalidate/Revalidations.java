package io.quarkiverse.usecache.runtime.revalidate;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.runtime.tag.Revalidator;
import io.quarkiverse.usecache.runtime.tag.Revalidator.Step;
import io.quarkiverse.usecache.runtime.tag.Revalidator.Told;
import io.quarkiverse.usecache.runtime.transaction.AtCommit;
import io.quarkiverse.usecache.runtime.transaction.Transactions;
import io.quarkus.runtime.BlockingOperationControl;

/** Revalidations: when the transaction in progress, if there is one, has committed; here first, and then on other nodes. */
@Singleton
public class Revalidations {

    private final Revalidator revalidator;
    private final Transactions transactions;

    @Inject
    Revalidations(Revalidator revalidator, Transactions transactions) {
        this.revalidator = revalidator;
        this.transactions = transactions;
    }

    /**
     * @param afterwards what follows when it has acted here
     * @return what became of it; of one that waits for a commit only whether there is nobody else to tell
     */
    CompletionStage<Told> begin(RevalidationMode mode, List<String> tags, Runnable afterwards) {
        Step step = revalidator.begin(mode, tags);
        return transactions.afterCommit(pending -> pending.add(tags), atCommit(step, afterwards))
                ? CompletableFuture.completedStage(new Told(0, !revalidator.tellsOthers(), ""))
                : act(step, afterwards);
    }

    /** The same now, whatever transaction is in progress. */
    CompletionStage<Told> beginNow(RevalidationMode mode, List<String> tags, Runnable afterwards) {
        return act(revalidator.begin(mode, tags), afterwards);
    }

    private static CompletionStage<Told> act(Step step, Runnable afterwards) {
        step.here();
        afterwards.run();
        return step.elsewhere();
    }

    /** The work is done when it is committed: nobody waits for other nodes then. */
    private static AtCommit atCommit(Step step, Runnable afterwards) {
        return new AtCommit() {
            @Override
            public void invalidate() {
                step.here();
            }

            @Override
            public void complete() {
                step.here();
                afterwards.run();
                step.committed();
            }
        };
    }

    /** Whether this thread may wait until the other nodes are told, if there are any. */
    boolean mayWait() {
        return !revalidator.tellsOthers() || BlockingOperationControl.isBlockingAllowed();
    }
}
