package io.quarkiverse.usecache.runtime.codec;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import io.quarkiverse.usecache.spi.ValueCodec;

/**
 * Compresses what is larger than a threshold. What it reads may be compressed or not, whatever the threshold is, so that nodes
 * with another one understand it: JSON never begins with the first byte of gzip.
 */
public final class CompressingCodec implements ValueCodec {

    private static final byte FIRST_OF_GZIP = 0x1f;
    private static final long LARGEST = 256 * 1024 * 1024;
    private static final int SHARE_OF_HEAP = 16;

    private final ValueCodec codec;
    private final long threshold;

    /** @param threshold the size in bytes above which values are compressed */
    public CompressingCodec(ValueCodec codec, long threshold) {
        this.codec = codec;
        this.threshold = threshold;
    }

    @Override
    public byte[] encode(Object value, Type type) throws Exception {
        byte[] bytes = codec.encode(value, type);
        return bytes.length > threshold ? compress(bytes) : bytes;
    }

    private static byte[] compress(byte[] bytes) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(bytes);
        }
        return compressed.toByteArray();
    }

    @Override
    public Object decode(byte[] bytes, Type type) throws Exception {
        boolean isCompressed = bytes.length > 0 && bytes[0] == FIRST_OF_GZIP;
        return codec.decode(isCompressed ? expand(bytes) : bytes, type);
    }

    /** A hostile entry could fill the heap. */
    private static byte[] expand(byte[] bytes) throws IOException {
        int largest = (int) Math.min(LARGEST, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] expanded = in.readNBytes(largest);
            if (in.read() >= 0) {
                throw new IOException("A compressed value of more than " + largest + " bytes");
            }
            return expanded;
        }
    }
}
