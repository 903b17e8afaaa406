package io.quarkiverse.usecache.it.transactions.books;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;

/** Is kept in Hibernate's second-level cache too, which forgets it only after the commit. */
@Entity
@Cacheable
@Cache(usage = CacheConcurrencyStrategy.NONSTRICT_READ_WRITE)
public class Book {

    @Id
    public int id;

    public String title;

    @Version
    long version;
}
