package io.quarkiverse.usecache;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Tags the results of a cached method, so that revalidating one of the tags drops them.
 * <p>
 * A tag is a template: {@code "booking:{id}"} takes the parameter {@code id}, {@code "customer:{booking.customerId}"} a
 * property of it, {@code "{0}"} a parameter by position, {@code "owner:{result.owner}"} a property of the value returned,
 * {@code "booking:{result[].id}"} makes one tag for each element of it; <code>{{</code> and <code>}}</code> stand for braces.
 * Elements are those of an {@code Iterable}, an array, an {@code Optional}, or the values of a {@code Map}, of parameters too
 * and at any depth: {@code "{ids[]}"}, {@code "{result.items[].code}"}; {@code "{prices.keys[]}"} takes the keys. A
 * {@code null} on the way leaves that tag out. Templates are checked when the application is built.
 * <p>
 * Tags are case-sensitive, of 1 to 256 characters without control characters and unpaired surrogates, at most 128 on one entry;
 * a tag applied twice
 * is applied once. A value that gets a tag beyond these limits is returned but not cached.
 * <p>
 * On a class, the tags are added to those of each of its cached methods. On a method that is not cached itself, they are
 * added to the cached call around it, if there is one.
 *
 * @see <a href="https://nextjs.org/docs/app/api-reference/functions/cacheTag">Next.js: cacheTag</a>
 */
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(CacheTag.List.class)
public @interface CacheTag {

    /** The tags, as templates. */
    String[] value();

    /** Holds several {@link CacheTag} annotations. */
    @Target({ ElementType.METHOD, ElementType.TYPE })
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {
        CacheTag[] value();
    }
}
