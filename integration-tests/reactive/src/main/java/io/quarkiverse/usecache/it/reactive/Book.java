package io.quarkiverse.usecache.it.reactive;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;

@Entity
public class Book extends PanacheEntityBase {

    @Id
    public int id;

    public String title;
}
