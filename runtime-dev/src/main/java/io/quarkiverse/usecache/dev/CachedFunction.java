package io.quarkiverse.usecache.dev;

import java.util.List;

import io.quarkiverse.usecache.runtime.fill.CachedMethod;
import io.quarkiverse.usecache.runtime.method.CachedMethodDescriptor;
import io.quarkiverse.usecache.runtime.template.TagTemplate;

/**
 * A cached method, as Dev UI shows it.
 *
 * @param method its declaration in short, such as {@code Bookings#byType(String)}
 * @param declaringClass the class that declares it
 * @param bean the class whose calls are cached
 * @param returnType the declared generic type
 * @param tags the templates of its tags, as they are written
 * @param store where its entries are
 * @param entries how many it has now
 */
public record CachedFunction(String method, String declaringClass, String bean, String returnType, String cache,
        String visibility, List<String> tags, FunctionLife life, String store, long entries) {

    private static final String EMBEDDED = "embedded";

    static CachedFunction of(CachedMethod method, long entries) {
        CachedMethodDescriptor found = method.descriptor();
        return new CachedFunction(ShortNames.of(found.id()), found.id().declaringClass(), found.id().receiver(),
                found.returnType(), found.cache(), found.perPrincipal() ? "private" : "shared",
                found.tags().stream().map(TagTemplate::text).toList(), FunctionLife.of(found.life().lifetime()), EMBEDDED,
                entries);
    }
}
