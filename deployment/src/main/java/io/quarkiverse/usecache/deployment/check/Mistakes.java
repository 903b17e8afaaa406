package io.quarkiverse.usecache.deployment.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.inject.spi.DeploymentException;

/** Collects what is wrong, each mistake once: errors fail the build all together, warnings are logged. */
public final class Mistakes {

    private final Set<String> errors = new LinkedHashSet<>();
    private final Set<String> warnings = new LinkedHashSet<>();

    /** Adds an error, as a sentence that says where it is and what to do. */
    public void error(String sentence) {
        errors.add(sentence);
    }

    /** Adds an error: what is wrong, where, and what to do. */
    public void error(String what, Object place, String remedy) {
        error(sentence(what, place, remedy));
    }

    /** Adds a warning: what is wrong, where, and what to do. */
    public void warn(String what, Object place, String remedy) {
        warnings.add(sentence(what, place, remedy));
    }

    /** The errors as ArC reports them. */
    public List<Throwable> failures() {
        return errors.stream().sorted().<Throwable> map(DeploymentException::new).toList();
    }

    /** The warnings, sorted. */
    public List<String> warnings() {
        return warnings.stream().sorted().toList();
    }

    private static String sentence(String what, Object place, String remedy) {
        return what + ": " + place + ". " + remedy;
    }
}
