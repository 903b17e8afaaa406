/** What a session of Hibernate has read already, and its second-level cache. */
package io.quarkiverse.usecache.it.transactions.session;
