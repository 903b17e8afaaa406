package io.quarkiverse.usecache.spi;

import java.lang.reflect.Type;

/**
 * Turns values into bytes for a shared store, and back. What comes back equals what went in and shares nothing with it.
 * Thread-safe.
 * <p>
 * Bytes come from outside: a codec never lets them name a class to make. What it throws is logged once for each method, and the
 * call goes on: a value that cannot be written stays on its node, one that cannot be read is a miss.
 */
public interface ValueCodec {

    /**
     * @param value may be {@code null}
     * @param type what the method returns, with its type arguments; the item's type for a {@code Uni} or a stage
     */
    byte[] encode(Object value, Type type) throws Exception;

    /** @param type the same as when it was encoded, by this or another version of the application */
    Object decode(byte[] bytes, Type type) throws Exception;
}
