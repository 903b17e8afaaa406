package io.quarkiverse.usecache.it.transactions;

/** What is published, through Hibernate. */
public interface Titles {

    void add(int id, String title);

    /** Is not cached. */
    String read(int id);

    String title(int id);

    void rename(int id, String title);
}
