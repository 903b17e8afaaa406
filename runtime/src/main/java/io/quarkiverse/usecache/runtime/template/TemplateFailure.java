package io.quarkiverse.usecache.runtime.template;

/** A value that a tag template reads could not be read; the cause is what the application threw. */
public final class TemplateFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TemplateFailure(String template, String place, Throwable cause) {
        super("The tag template \"" + template + "\" cannot be evaluated, " + cause + " came from " + place, cause);
    }
}
