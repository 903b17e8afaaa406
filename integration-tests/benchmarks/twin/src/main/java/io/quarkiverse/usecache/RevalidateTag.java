package io.quarkiverse.usecache;

/** Does nothing. */
public @interface RevalidateTag {

    String[] value();

    RevalidationMode mode() default RevalidationMode.EXPIRE;
}
