package io.quarkiverse.usecache;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Revalidates tags after the method succeeded: after it returned, or after its {@link io.smallrye.mutiny.Uni} or
 * {@link java.util.concurrent.CompletionStage} completed with an item. A method that fails revalidates nothing. Inside a JTA
 * transaction the revalidation acts after the commit and is dropped on rollback.
 * <p>
 * The tags are templates as in {@link CacheTag}.
 *
 * @see TagCache#revalidateTag(RevalidationMode, String...)
 * @see <a href="https://nextjs.org/docs/app/api-reference/functions/revalidateTag">Next.js: revalidateTag</a>
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(RevalidateTag.List.class)
public @interface RevalidateTag {

    /** The tags, as templates. */
    String[] value();

    /** What becomes of the entries with these tags; {@link RevalidationMode#EXPIRE} unless given. */
    RevalidationMode mode() default RevalidationMode.EXPIRE;

    /** Holds several {@link RevalidateTag} annotations. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {
        RevalidateTag[] value();
    }
}
