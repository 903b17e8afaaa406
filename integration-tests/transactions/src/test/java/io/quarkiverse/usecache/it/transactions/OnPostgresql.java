package io.quarkiverse.usecache.it.transactions;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A test of what only PostgreSQL does. */
@Target(METHOD)
@Retention(RUNTIME)
@ParameterizedTest
@EnumSource(names = { "POSTGRESQL_READ_COMMITTED", "POSTGRESQL_REPEATABLE_READ" })
public @interface OnPostgresql {
}
