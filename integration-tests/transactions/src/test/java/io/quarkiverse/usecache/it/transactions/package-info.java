/**
 * What cached methods and transactions of real databases do to each other.
 * <p>
 * Each of these changes made the tests fail that are named:
 * <ul>
 * <li>{@code JtaTransactions.visibleAt} returns the stamp: {@code NestedTransactionTest}, with snapshots</li>
 * <li>{@code JtaTransactions.begun} follows nothing: {@code SnapshotTest}, with snapshots</li>
 * <li>{@code JtaTransaction.defer} revalidates at once: {@code CommitTest}</li>
 * <li>{@code JtaTransaction.end} revalidates after a rollback: {@code RollbackTest.theEntryIsKept}</li>
 * <li>{@code JtaTransactions.undoneByRollback} returns null: {@code RollbackTest.norDoesWhatOthersMadeOfIt}</li>
 * <li>{@code MethodTransactionInterceptor.leftTransaction} returns false: {@code NestedTransactionTest}</li>
 * </ul>
 */
package io.quarkiverse.usecache.it.transactions;
