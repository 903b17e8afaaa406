package io.quarkiverse.usecache.runtime.key;

import java.util.Comparator;
import java.util.List;

/**
 * What tells the callers of a private method apart. Users of two tenants may have the same name, and what one user may see
 * depends on the roles, which a mechanism may give and another may not.
 *
 * @param name the principal's name
 * @param tenant the tenant that vouches for the name; empty if there is none
 * @param roles in their order
 * @param mechanism the types of the credentials that the caller has shown, in their order
 */
public record CallerKey(String name, String tenant, List<String> roles, List<String> mechanism)
        implements
            Comparable<CallerKey> {

    private static final Comparator<CallerKey> ORDER = Comparator.comparing(CallerKey::name)
            .thenComparing(CallerKey::tenant).thenComparing(caller -> caller.roles.toString());

    @Override
    public int compareTo(CallerKey other) {
        return ORDER.compare(this, other);
    }

    /** For people: it is shown before the arguments. */
    @Override
    public String toString() {
        return name + (tenant.isEmpty() ? "" : "@" + tenant) + roles;
    }
}
