package io.quarkiverse.usecache.runtime.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usecache.runtime.method.MethodId;

class CallKeyTest {

    private final MethodId method = method("read");

    @Test
    void arraysCompareByContentAndType() {
        assertSame(key(new Object[] { new int[] { 1, 2 } }), key(new Object[] { new int[] { 1, 2 } }));
        assertOther(key(new Object[] { new int[] { 1, 2 } }), key(new Object[] { new int[] { 2, 1 } }));
        assertOther(key(new Object[] { new int[] { 1 } }), key(new Object[] { new long[] { 1 } }));
        assertOther(key(new Object[] { new Integer[] { 1 } }), key(new Object[] { new Object[] { 1 } }));
    }

    @Test
    void nestedArraysCompareByContent() {
        assertSame(key("a", new String[][] { { "b" }, null }), key("a", new String[][] { { "b" }, null }));
        assertOther(key("a", new String[][] { { "b" } }), key("a", new String[][] { { "c" } }));
    }

    @Test
    void aFrozenKeyDoesNotFollowItsArrays() {
        int[][] argument = { { 1 } };
        CallKey frozen = key("a", argument).frozen();
        CallKey frozenSingle = key(new Object[] { argument }).frozen();

        argument[0][0] = 2;

        assertSame(frozen, key("a", new int[][] { { 1 } }));
        assertSame(frozenSingle, key(new Object[] { new int[][] { { 1 } } }));
    }

    @Test
    void nullIsNotTheTextNull() {
        assertSame(key(new Object[] { null }), key(new Object[] { null }));
        assertOther(key(new Object[] { null }), key("null"));
        assertOther(key("a", null), key(null, "a"));
    }

    @Test
    void noArgumentsAreOneKey() {
        assertSame(key(), key());
        assertOther(key(), KeyFactory.ofArguments(method("other"), List.of(), 0).keyOf(null, new Object[0]));
    }

    @Test
    void onlyTheChosenParametersCount() {
        KeyFactory second = KeyFactory.ofArguments(method, List.of(1), 3);
        KeyFactory two = KeyFactory.ofArguments(method, List.of(0, 2), 3);

        assertSame(second.keyOf(null, new Object[] { 1, 2, 3 }), second.keyOf(null, new Object[] { 9, 2, 9 }));
        assertSame(two.keyOf(null, new Object[] { 1, 2, 3 }), two.keyOf(null, new Object[] { 1, 9, 3 }));
        assertOther(two.keyOf(null, new Object[] { 1, 2, 3 }), two.keyOf(null, new Object[] { 1, 2, 9 }));
    }

    @Test
    void principalsHaveTheirOwnKeys() {
        assertSame(KeyFactory.perCaller(named("ann"), key(1)), KeyFactory.perCaller(named("ann"), key(1)));
        assertOther(KeyFactory.perCaller(named("ann"), key(1)), KeyFactory.perCaller(named("bob"), key(1)));
        assertOther(KeyFactory.perCaller(named("ann"), key("bob")), KeyFactory.perCaller(named("bob"), key("ann")));
        assertOther(KeyFactory.perCaller(named("ann"), key(1)), key(1));
    }

    /** The same name does not mean the same user, nor that the user may see the same. */
    @Test
    void aNameWithAnotherTenantOrRolesOrMechanismIsAnotherCaller() {
        CallKey ann = KeyFactory.perCaller(new CallerKey("ann", "a", List.of("user"), List.of("Password")), key(1));

        assertSame(ann, KeyFactory.perCaller(new CallerKey("ann", "a", List.of("user"), List.of("Password")), key(1)));
        assertOther(ann, KeyFactory.perCaller(new CallerKey("ann", "b", List.of("user"), List.of("Password")), key(1)));
        assertOther(ann, KeyFactory.perCaller(new CallerKey("ann", "a", List.of("admin"), List.of("Password")), key(1)));
        assertOther(ann, KeyFactory.perCaller(new CallerKey("ann", "a", List.of("user"), List.of("Token")), key(1)));
        assertThat(ann).hasToString("(ann@a[user], 1)");
    }

    private static CallerKey named(String name) {
        return new CallerKey(name, "", List.of(), List.of());
    }

    @Test
    void aFrozenKeyOfAPrincipalDoesNotFollowItsArrays() {
        int[] argument = { 1 };
        CallKey frozen = KeyFactory.perCaller(named("ann"), key(new Object[] { argument })).frozen();
        CallKey frozenOfTwo = KeyFactory.perCaller(named("ann"), key("a", argument)).frozen();

        argument[0] = 2;

        assertSame(frozen, KeyFactory.perCaller(named("ann"), key(new Object[] { new int[] { 1 } })));
        assertSame(frozenOfTwo, KeyFactory.perCaller(named("ann"), key("a", new int[] { 1 })));
    }

    @Test
    void whatMakesAPrincipalsKeyIsItsNameAndTheArguments() {
        assertThat(KeyFactory.perCaller(named("ann"), key("a", 1)).arguments()).containsExactly(named("ann"), "a", 1);
        assertThat(KeyFactory.perCaller(named("ann"), key("a", 1))).hasToString("(ann[], a, 1)");
    }

    @Test
    void aGeneratorThatReturnsNullIsNamed() {
        KeyFactory generated = KeyFactory.ofGenerator(method, (called, arguments) -> null, "org.acme.Keys", 0);

        assertThatIllegalStateException().isThrownBy(() -> generated.keyOf(null, new Object[0]))
                .withMessageContaining("org.acme.Keys").withMessageContaining("Return a key for every call");
    }

    private static MethodId method(String name) {
        return new MethodId("org.acme.Shop", "org.acme.Shop", name, List.of("java.lang.Object"));
    }

    private CallKey key(Object... arguments) {
        List<Integer> positions = IntStream.range(0, arguments.length).boxed().toList();
        return KeyFactory.ofArguments(method, positions, arguments.length).keyOf(null, arguments);
    }

    private static void assertSame(CallKey one, CallKey other) {
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one.toString()).isEqualTo(other.toString());
    }

    private static void assertOther(CallKey one, CallKey other) {
        assertThat(one).isNotEqualTo(other);
        assertThat(other).isNotEqualTo(one);
    }
}
