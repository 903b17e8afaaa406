/**
 * What cached methods and transactions of real databases do to each other.
 * <p>
 * Each of these changes made the tests fail that are named; (h) stands for {@code TransactionHistoryTest} on every
 * database, with every seed or all but one, and (s) for the same with snapshots only:
 * <ul>
 * <li>{@code JtaTransactions.visibleAt} returns the stamp: {@code SnapshotTest} and {@code NestedTransactionTest}, with
 * snapshots; (s)</li>
 * <li>{@code JtaTransactions.begun} follows nothing: {@code SnapshotTest}, with snapshots; (s), with one or two of three
 * seeds</li>
 * <li>{@code JtaTransactions.afterCommit} returns false, so that revalidations act at once: {@code CommitTest}; (h)</li>
 * <li>{@code FollowedTransaction.beforeCompletion} ends it: {@code CommitTest.aLoadJustBeforeTheCommitIsNotKept}; (h), with two
 * of three seeds, not each time on H2</li>
 * <li>{@code FollowedTransaction.end} revalidates after a rollback: {@code RollbackTest.theEntryIsKept}; (h) cannot tell</li>
 * <li>{@code FollowedTransaction.end} revalidates after a rollback in place of a commit: (h)</li>
 * <li>{@code JtaTransactions.at} gives no undo tag: {@code RollbackTest.norDoesWhatOthersMadeOfIt}; (h)</li>
 * <li>{@code JtaTransactions.pending} returns null: {@code NestedTransactionTest.theInnerOneRollsBackAndTheOuterOneCommits};
 * (h)</li>
 * <li>{@code PendingRevalidations.concern} returns false: {@code RollbackTest.callsInTheTransactionSeeWhatItHasWritten};
 * (h)</li>
 * <li>{@code ReadThrough.goingPast} stores what it loads:
 * {@code RollbackTest.nothingIsStoredThatWasLoadedAfterTheRevalidation}; (h)</li>
 * <li>{@code IntegrationProcessor.followSessions} binds nothing: {@code SessionTest}, three of its tests, and
 * {@code SessionHistoryTest}</li>
 * </ul>
 * {@code FollowedTransaction.isUndone} for every outcome but a commit is found by {@code FollowedTransactionTest}; (h) cannot
 * tell, with three seeds.
 */
package io.quarkiverse.usecache.it.transactions;
