package io.quarkiverse.usecache.it.transactions.magazines;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

@Entity
public class Magazine extends PanacheEntityBase {

    @Id
    public int id;

    public String title;
}
