package io.quarkiverse.usecache;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.MethodHandles.Lookup;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Proxy;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;

/**
 * Reflection is slow, and a native executable knows by it only what the build has told it of: each class that uses it is known
 * here, with where the build does so. None of them is asked on a hit.
 */
@Timeout(60)
class ReflectionTest {

    private static final Set<String> FINDERS = Set.of("forName", "newInstance", "getRecordComponents");

    @Test
    void isUsedByFewClasses() {
        assertThat(new ClassFileImporter().withImportOption(new DoNotIncludeTests())
                .importPackages("io.quarkiverse.usecache").stream()
                .filter(type -> type.getAccessesFromSelf().stream().anyMatch(ReflectionTest::reflects))
                .map(JavaClass::getSimpleName))
                .containsExactlyInAnyOrder("MemberHandle", // tag templates: UseCacheProcessor#registerTemplateMembers
                        "KeyGenerators", // UseCacheProcessor#keepKeyGenerators
                        "StableText", // records as keys of shared entries: SharedStoreProcessor#registerKeys
                        "OwnClients", // the Redis client's configuration: SharedStoreProcessor#registerForNative
                        "Entry"); // its own field, for compare-and-set
    }

    private static boolean reflects(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        return owner.isEquivalentTo(Proxy.class) || owner.isAssignableTo(AccessibleObject.class) && isUse(access.getName())
                || owner.isEquivalentTo(Lookup.class)
                || owner.isEquivalentTo(Class.class)
                        && (FINDERS.contains(access.getName()) || access.getName().startsWith("getDeclared"));
    }

    /** Names and types of a method are read without. */
    private static boolean isUse(String name) {
        return Set.of("invoke", "newInstance", "get", "set", "setAccessible", "trySetAccessible").contains(name);
    }
}
