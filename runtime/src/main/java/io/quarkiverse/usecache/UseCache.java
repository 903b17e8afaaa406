package io.quarkiverse.usecache;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;

import io.quarkus.cache.CacheKeyGenerator;

/**
 * Caches the results of a method: a call whose key is cached returns the cached value, any other call runs the method, once
 * for all concurrent callers of that key.
 * <p>
 * The key is made of the bean's class, the method's name and parameter types, and the arguments: all of them, or those
 * annotated {@link io.quarkus.cache.CacheKey}, or what the {@link #keyGenerator()} returns. Two methods never share an entry.
 * Arguments are compared by {@code equals}, arrays by content; {@code null} is a key like any other.
 * <p>
 * {@code null} and {@link java.util.Optional#empty()} are cached, failures never are. A {@link io.smallrye.mutiny.Uni} or
 * {@link java.util.concurrent.CompletionStage} stays asynchronous and its item is cached. A cached value is shared by all its
 * callers, who must not change it.
 * <p>
 * On the class of a bean, the annotation applies to all its methods that can be cached, inherited ones included. A static
 * method is cached when it carries the annotation itself, in any class of the application. Private methods, and methods of
 * interfaces that a class implements, are not intercepted; the build says so.
 *
 * @see CacheTag
 * @see CacheLife
 * @see <a href="https://nextjs.org/docs/app/api-reference/directives/use-cache">Next.js: use cache</a>
 */
@Inherited
@InterceptorBinding
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface UseCache {

    /** The cache that holds the entries, {@code "default"} unless given. Size and life are configured per name. */
    @Nonbinding
    String value() default "default";

    /** Whether all callers share an entry (the default), or each caller has its own. */
    @Nonbinding
    Visibility visibility() default Visibility.SHARED;

    /**
     * The generator of the key, a CDI bean or a class with a public no-args constructor. By default there is none, and the
     * key is made of the arguments.
     */
    @Nonbinding
    Class<? extends CacheKeyGenerator> keyGenerator() default CacheKeyGenerator.class;

    /** Who may be given a cached value. */
    enum Visibility {
        /** Every caller. */
        SHARED,
        /**
         * The caller whose call made the value: the principal's name, its roles, and its tenant and kind of credentials are
         * part of the key. Anonymous calls are not cached, nor are those made while the identity is being found, and a stale
         * value is loaded again by its caller instead of behind it. Requires a security extension.
         */
        PRIVATE
    }
}
