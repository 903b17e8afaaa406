package io.quarkiverse.usecache.spi;

/** Why a store did not answer. */
public class SharedStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What follows from it. */
    public enum Kind {
        /** The connection is of no use any more; what was sent may have been done. */
        LOST,
        /** There was no answer in time; what was sent may have been done, or be done later. */
        TIMED_OUT,
        /** The store answered that it would not; nothing was done, and the connection is good. It may be tried again later. */
        REFUSED
    }

    private final Kind kind;

    public SharedStoreException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public SharedStoreException(Kind kind, String message) {
        this(kind, message, null);
    }

    public Kind kind() {
        return kind;
    }
}
