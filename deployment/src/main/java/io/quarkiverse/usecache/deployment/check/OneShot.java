package io.quarkiverse.usecache.deployment.check;

import java.util.Map;

import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;

import io.quarkiverse.usecache.deployment.jandex.Supertypes;

/**
 * A type whose values can be consumed only once, so that a second caller would get nothing.
 *
 * @param instead what a method can return instead
 */
public record OneShot(String instead) {

    private static final String UNI = "Uni<";

    private static final OneShot LIST = new OneShot("List<T>");
    private static final OneShot BYTES = new OneShot("byte[]");

    private static final Map<DotName, OneShot> ROOTS = Map.of(
            DotName.createSimple("io.smallrye.mutiny.Multi"), new OneShot("Uni<List<T>>"),
            DotName.createSimple("org.reactivestreams.Publisher"), new OneShot("Uni<List<T>>"),
            DotName.createSimple("java.util.concurrent.Flow$Publisher"), new OneShot("Uni<List<T>>"),
            DotName.createSimple("java.util.stream.BaseStream"), LIST,
            DotName.createSimple("java.util.Iterator"), LIST,
            DotName.createSimple("java.io.InputStream"), BYTES,
            DotName.createSimple("java.io.Reader"), new OneShot("String"),
            DotName.createSimple("jakarta.ws.rs.core.StreamingOutput"), BYTES);

    /** The kind of one-shot type this is, or {@code null} if its values can be used again. */
    public static OneShot of(Type type, IndexView index) {
        for (DotName name : Supertypes.of(type.name(), index)) {
            OneShot found = ROOTS.get(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Whether the values arrive after the method returned. */
    public boolean isAsynchronous() {
        return instead.startsWith(UNI);
    }

    /** What the item of a {@code Uni} or stage can be instead. */
    public String awaited() {
        return isAsynchronous() ? instead.substring(UNI.length(), instead.length() - 1) : instead;
    }
}
