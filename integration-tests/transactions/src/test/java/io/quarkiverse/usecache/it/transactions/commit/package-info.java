/** How transactions end, and what cached calls see of it before and after. */
package io.quarkiverse.usecache.it.transactions.commit;
