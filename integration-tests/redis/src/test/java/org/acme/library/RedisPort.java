package org.acme.library;

/** Where the server of the application listens. */
record RedisPort(int number) {
}
