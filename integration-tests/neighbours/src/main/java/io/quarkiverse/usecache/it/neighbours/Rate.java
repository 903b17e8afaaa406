package io.quarkiverse.usecache.it.neighbours;

public record Rate(String currency, int value) {
}
