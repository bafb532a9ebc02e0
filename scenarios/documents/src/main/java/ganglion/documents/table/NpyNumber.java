package ganglion.documents.table;

import java.nio.ByteBuffer;

/** Kinds of numbers in an NPY file that a double holds without loss. */
enum NpyNumber {
    FLOAT64("f8", 8, ByteBuffer::getDouble),
    FLOAT32("f4", 4, ByteBuffer::getFloat),
    INT64("i8", 8, (buffer, offset) -> exact(buffer.getLong(offset))),
    INT32("i4", 4, ByteBuffer::getInt),
    INT16("i2", 2, ByteBuffer::getShort),
    INT8("i1", 1, ByteBuffer::get),
    UINT64("u8", 8, (buffer, offset) -> {
        long number = buffer.getLong(offset);
        return number < 0 ? Double.NaN : exact(number);
    }),
    UINT32("u4", 4, (buffer, offset) -> Integer.toUnsignedLong(buffer.getInt(offset))),
    UINT16("u2", 2, (buffer, offset) -> Short.toUnsignedInt(buffer.getShort(offset))),
    UINT8("u1", 1, (buffer, offset) -> Byte.toUnsignedInt(buffer.get(offset))),
    BOOL("b1", 1, (buffer, offset) -> buffer.get(offset) == 0 ? 0 : 1);

    static final String EXPECTED = "float64, float32, bool, or whole numbers of 8 to 64 bits with or without a sign";

    /** Reads a number at a place. */
    private interface Reading {
        double at(ByteBuffer buffer, int offset);
    }

    private static final long MOST_EXACT = 1L << 53;

    private final String code;
    private final int bytes;
    private final Reading reading;

    NpyNumber(String code, int bytes, Reading reading) {
        this.code = code;
        this.bytes = bytes;
        this.reading = reading;
    }

    int bytes() {
        return bytes;
    }

    double at(ByteBuffer buffer, int offset) {
        return reading.at(buffer, offset);
    }

    /** A whole number as a double; not a number where a double cannot hold it. */
    static double exact(long number) {
        return Math.abs(number) <= MOST_EXACT ? number : Double.NaN;
    }

    static NpyNumber of(String code) throws TableException {
        for (NpyNumber number : values()) {
            if (number.code.equals(code)) {
                return number;
            }
        }
        throw new TableException("found numbers of type \"" + NumberText.shorten(code) + "\", expected " + EXPECTED);
    }
}
