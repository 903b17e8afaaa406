package io.quarkiverse.usecache.it.transactions;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A test that gets a {@link Database}. */
@Target(METHOD)
@Retention(RUNTIME)
@ParameterizedTest
@EnumSource
public @interface OnEveryDatabase {
}
