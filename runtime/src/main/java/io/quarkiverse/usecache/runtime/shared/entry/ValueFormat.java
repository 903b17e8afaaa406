package io.quarkiverse.usecache.runtime.shared.entry;

/** The values of one cached method as bytes. */
public interface ValueFormat {

    byte[] write(Object value) throws Exception;

    Object read(byte[] bytes) throws Exception;
}
