package io.quarkiverse.usecache.it.neighbours;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Country {

    @Id
    public String code;

    public String currency;
}
