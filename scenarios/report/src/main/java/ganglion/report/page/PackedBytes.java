package ganglion.report.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/** Bulk data for the page: gzip in base64, unpacked by {@code decoding.js}. */
final class PackedBytes {

    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final OutputStream packing;
    private final byte[] buffer = new byte[1 << 14];
    private int filled;

    PackedBytes() {
        try {
            packing = new GZIPOutputStream(Base64.getEncoder().wrap(text), 1 << 14);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    /** Adds a number as little-endian groups of seven bits, the last with its highest bit clear (LEB128). */
    void addNumber(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("only numbers from 0 can be packed, not " + number);
        }
        long rest = number;
        while (rest > 127) {
            addByte((int) (rest & 127 | 128));
            rest >>>= 7;
        }
        addByte((int) rest);
    }

    /** Adds the low eight bits of a number. */
    void addByte(int value) {
        if (filled == buffer.length) {
            flush();
        }
        buffer[filled++] = (byte) value;
    }

    /** The compressor is native code: a call per byte would take most of the time. */
    private void flush() {
        try {
            packing.write(buffer, 0, filled);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        filled = 0;
    }

    /** All that was added; nothing can be added afterwards. */
    String toBase64() {
        flush();
        try {
            packing.close();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return text.toString(StandardCharsets.US_ASCII);
    }
}
