package io.quarkiverse.usecache.dev.value;

import java.util.OptionalLong;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Shows values as the application's Jackson writes them, or without it where that is absent or fails. */
@Singleton
public class ValueTexts {

    private static final int LONGEST = 64 * 1024;
    private static final int COMPARED = 16 * 1024;

    private final ValueText plain = new PlainText();
    private final ValueText usual;

    @Inject
    ValueTexts(Instance<ValueText> application) {
        this(application.isResolvable() ? application.get() : null);
    }

    ValueTexts(ValueText application) {
        this.usual = application == null ? plain : application;
    }

    /** Up to 64 Ki characters of the value. */
    public ShownValue shown(Object value) {
        BoundedText text = new BoundedText(LONGEST);
        Throwable failure = write(usual, value, text);
        if (failure == null) {
            return new ShownValue(text.toString(), text.isFull(), null);
        }
        BoundedText instead = new BoundedText(LONGEST);
        Throwable again = write(plain, value, instead);
        return new ShownValue(again == null ? instead.toString() : null, instead.isFull(),
                "It cannot be written as JSON, " + failure);
    }

    /** A number for the beginning of the value's JSON, which changes with it; none if it cannot be written. */
    public OptionalLong print(Object value) {
        Fingerprint print = new Fingerprint(COMPARED);
        try {
            usual.write(value, print);
        } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
            return print.isFull() ? OptionalLong.of(print.hash()) : OptionalLong.empty();
        }
        return OptionalLong.of(print.hash());
    }

    /** Why it could not be written, or {@code null}; that it is too long is no failure. */
    private static Throwable write(ValueText how, Object value, BoundedText text) {
        try {
            how.write(value, text);
            return null;
        } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
            return text.isFull() ? null : e;
        }
    }
}
