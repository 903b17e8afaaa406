package io.quarkiverse.usecache.deployment.check;

import java.util.Set;

import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

import io.quarkiverse.usecache.deployment.jandex.MethodSite;
import io.quarkiverse.usecache.deployment.jandex.Names;
import io.quarkiverse.usecache.deployment.jandex.ReturnType;
import io.quarkiverse.usecache.deployment.jandex.Supertypes;
import io.quarkiverse.usecache.runtime.method.ReturnKind;

/** Tells which return types can be cached. */
public final class Cacheability {

    private static final Set<DotName> STAGES = Set.of(Names.STAGE, Names.FUTURE);

    private final IndexView index;
    private final Mistakes mistakes;

    public Cacheability(IndexView index, Mistakes mistakes) {
        this.index = index;
        this.mistakes = mistakes;
    }

    /** Whether the method can be cached; on the method itself an annotation that cannot act is an error. */
    public boolean check(MethodSite site, ReturnType returns, boolean onMethod) {
        if (returns.isVoid()) {
            if (onMethod) {
                mistakes.error("@UseCache cannot cache " + returns.simpleName() + ", there is no value", site.place(),
                        "Return a value, or remove the annotation.");
            }
            return false;
        }
        String instead = instead(site, returns);
        if (instead != null) {
            reject(site, returns, instead, onMethod);
        }
        return instead == null;
    }

    /** Whether the method hands over a stream that goes on after it returned. */
    public boolean isStream(ReturnType returns) {
        OneShot oneShot = OneShot.of(returns.item(), index);
        return oneShot != null && oneShot.isAsynchronous();
    }

    private String instead(MethodSite site, ReturnType returns) {
        OneShot oneShot = OneShot.of(returns.item(), index);
        if (oneShot != null) {
            return returns.kind() == ReturnKind.VALUE ? oneShot.instead() : wrapped(returns, oneShot);
        }
        return isOtherStage(site, returns) ? "CompletionStage<T>" : null;
    }

    private static String wrapped(ReturnType returns, OneShot oneShot) {
        String wrapper = returns.simpleName().substring(0, returns.simpleName().indexOf('<'));
        return wrapper + "<" + oneShot.awaited() + ">";
    }

    // The extension completes its own CompletableFuture, which is none of the application's subclasses.
    private boolean isOtherStage(MethodSite site, ReturnType returns) {
        return returns.kind() == ReturnKind.VALUE
                && Supertypes.of(site.method().returnType().name(), index).stream().anyMatch(STAGES::contains);
    }

    private void reject(MethodSite site, ReturnType returns, String instead, boolean onMethod) {
        String type = withArticle(returns.simpleName());
        if (onMethod) {
            mistakes.error("@UseCache cannot cache " + type, site.place(),
                    "Return " + instead + ", or remove the annotation.");
        } else {
            mistakes.warn("@UseCache on the class cannot cache " + type + ", so that this method is not cached", site.place(),
                    "Return " + instead + ", or annotate the methods to cache instead of the class.");
        }
    }

    // A Uni, an Iterator.
    private static String withArticle(String name) {
        return ("AEIO".indexOf(name.charAt(0)) < 0 ? "a " : "an ") + name;
    }
}
