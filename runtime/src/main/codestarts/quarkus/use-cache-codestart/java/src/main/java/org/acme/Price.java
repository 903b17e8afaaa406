package org.acme;

import java.time.Instant;

public record Price(String item, int cents, Instant readAt) {
}
