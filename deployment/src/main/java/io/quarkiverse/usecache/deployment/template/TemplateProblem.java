package io.quarkiverse.usecache.deployment.template;

/** A mistake in a tag template; the message is for the application's developer. */
public final class TemplateProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TemplateProblem(String message) {
        super(message);
    }
}
