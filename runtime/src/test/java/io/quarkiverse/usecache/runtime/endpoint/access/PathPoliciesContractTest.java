package io.quarkiverse.usecache.runtime.endpoint.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is read from the configuration is what Quarkus Security does, for generated policies. */
@Timeout(120)
class PathPoliciesContractTest {

    private static final int CONFIGURATIONS = 5_000;
    private static final String[] ROOTS = { "/", "/app/" };
    private static final String[] PATTERNS = { "/*", "*", "q/*", "/q/*", "/q*", "/q/*/revalidate", "/*/use-cache/*", "/app/*",
            "/app/q/*", "/app/q/use-cache/*", "q/use-cache/*", "/q/use-cache/*", "/q/use-cache*", "/q/use-cache",
            "/q/use-cache/revalidate", "q/use-cache/tags", "/q/use-cache/*/revalidate", "/q/use-cache-more/*", "/api/*" };
    private static final String[] POLICIES = { "permit", "permit", "deny", "authenticated", "operators" };
    private static final String[] METHODS = { "GET", "POST", "HEAD" };
    private static final String[] OPERATIONS = { "", "/revalidate", "/tags", "/other/revalidate" };

    private final Random random = new Random(1);

    /** With any pattern, anonymous callers are refused. */
    @Test
    void anyPolicyThatQuarkusEnforcesIsSeen() throws ReflectiveOperationException {
        for (int i = 0; i < CONFIGURATIONS; i++) {
            compare(permissions(), one(ROOTS), true);
        }
    }

    /** With the endpoint's own patterns, anonymous callers are refused even if all others let everybody pass. */
    @Test
    void aPolicyForMoreThanTheEndpointIsNotItsOwn() throws ReflectiveOperationException {
        for (int i = 0; i < CONFIGURATIONS; i++) {
            compare(permissions(), one(ROOTS), false);
        }
    }

    private void compare(List<Permission> permissions, String root, boolean any) throws ReflectiveOperationException {
        OwnPatterns own = new OwnPatterns(root, root + "q/use-cache");
        PathPolicies policies = any ? new PathPolicies(List.copyOf(permissions), root, pattern -> true)
                : new PathPolicies(List.copyOf(permissions), root, own);
        QuarkusPolicies quarkus = new QuarkusPolicies(any ? permissions
                : permissions.stream().map(permission -> own.test(permission.path()) ? permission : permission.lettingAllPass())
                        .toList(),
                root);
        for (String operation : OPERATIONS) {
            for (String method : METHODS) {
                assertThat(policies.restrict(method, own.path() + operation))
                        .as("%s %s below [%s] with %s", method, operation, root, permissions)
                        .isEqualTo(quarkus.refuseAnonymous(method, own.path() + operation));
            }
        }
    }

    private List<Permission> permissions() {
        List<Permission> permissions = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            permissions.add(permission());
        }
        return permissions;
    }

    private Permission permission() {
        Permission permission = Permission.of(one(POLICIES), one(PATTERNS));
        return switch (random.nextInt(8)) {
            case 0 -> permission.forAll();
            case 1, 2 -> permission.forMethods(one(METHODS));
            case 3 -> permission.forMethods(one(METHODS)).forAll();
            case 4 -> random.nextBoolean() ? permission.disabled() : permission.forRestOnly();
            default -> permission;
        };
    }

    private String one(String[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
