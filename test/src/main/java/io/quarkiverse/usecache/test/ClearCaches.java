package io.quarkiverse.usecache.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Clears caches before each test of the class, or before the one test, of a {@code @QuarkusTest}, ahead of its
 * {@code @BeforeEach} methods. What stands on the method counts before what stands on its class, and that before what stands on
 * a class around it.
 * <p>
 * A {@code @QuarkusIntegrationTest}, whose application runs elsewhere, is not cleared for: use the HTTP endpoint there.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.TYPE })
public @interface ClearCaches {

    /** The names of the caches. Default: every cache. A name that no cached method uses fails the test. */
    String[] value() default {};
}
