package io.quarkiverse.usecache.deployment.check;

import org.jboss.jandex.Type;

import io.quarkiverse.usecache.deployment.jandex.Place;
import io.quarkiverse.usecache.deployment.jandex.ReturnType;
import io.quarkiverse.usecache.deployment.jandex.TypeHierarchy;
import io.quarkiverse.usecache.runtime.method.ReturnKind;

/** Tells which return types can be cached. */
public final class Cacheability {

    private final TypeHierarchy hierarchy;
    private final Contents contents;

    public Cacheability(TypeHierarchy hierarchy) {
        this.hierarchy = hierarchy;
        this.contents = new Contents(hierarchy);
    }

    public boolean allows(ReturnType returns) {
        return !returns.isVoid() && refusal(returns) == null;
    }

    /** What can be returned instead of a value that arrives after the method returned, or {@code null} if it does not. */
    public String insteadOfArriving(ReturnType returns) {
        Uncacheable uncacheable = returns.isWrapped() ? null : Uncacheable.of(returns.item(), hierarchy);
        return uncacheable == null || !uncacheable.arriving() ? null : instead(returns, uncacheable);
    }

    /** Why the result cannot be cached though there is one, or {@code null}. */
    Refusal refusal(ReturnType returns) {
        Uncacheable whole = Uncacheable.of(returns.item(), hierarchy);
        if (whole != null) {
            return new Refusal(Place.withArticle(returns.simpleName()), "Return " + instead(returns, whole));
        }
        return contents.of(returns.item()).stream().filter(part -> Uncacheable.of(part, hierarchy) != null).findFirst()
                .map(part -> inside(part, returns.item())).orElse(null);
    }

    private static String instead(ReturnType returns, Uncacheable uncacheable) {
        if (!returns.isWrapped()) {
            return returns.kind() == ReturnKind.SUSPEND ? uncacheable.insteadOfItem() : uncacheable.instead();
        }
        String wrapper = returns.simpleName().substring(0, returns.simpleName().indexOf('<'));
        String item = uncacheable.insteadOfItem();
        return item.contains(" ") ? wrapper + " of " + item : wrapper + "<" + item + ">";
    }

    private Refusal inside(Type part, Type whole) {
        return new Refusal("the " + Place.simpleName(part) + " in " + Place.genericName(whole),
                "Use " + Uncacheable.of(part, hierarchy).insteadOfItem() + " in its place");
    }

    /**
     * Why a type cannot be cached.
     *
     * @param what the type, as the object of a sentence
     * @param remedy the beginning of a sentence
     */
    record Refusal(String what, String remedy) {
    }
}
