package io.quarkiverse.usecache;

/**
 * How old the data may be that a request reads, besides what the cache itself knows of transactions. A CDI bean, to be
 * injected. Thread-safe.
 * <p>
 * What a cached method loads through a cache of the request's own, such as a map in a request-scoped bean, may be as old as
 * that. Another request may have changed the data since and revalidated them, and the old value must not be stored after it.
 */
public interface RequestView {

    /**
     * Says that what this request reads from now on, until it ends, may be as old as this moment. A value that it loads is
     * returned and not kept if one of its tags is revalidated after it. Further calls change nothing; nor does a call where no
     * request is active.
     */
    void beginsNow();
}
