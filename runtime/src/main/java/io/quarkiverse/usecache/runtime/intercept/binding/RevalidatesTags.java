package io.quarkiverse.usecache.runtime.intercept.binding;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.interceptor.InterceptorBinding;

/** Added at build time to the methods with one or several {@link io.quarkiverse.usecache.RevalidateTag}. */
@InterceptorBinding
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface RevalidatesTags {
}
