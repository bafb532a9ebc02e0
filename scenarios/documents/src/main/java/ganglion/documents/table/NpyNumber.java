package ganglion.documents.table;

import java.nio.ByteBuffer;

/** Kinds of numbers in an NPY file that a double holds without loss. */
enum NpyNumber {
    FLOAT64("f8", 8) {
        @Override
        double at(ByteBuffer buffer, int offset) {
            return buffer.getDouble(offset);
        }
    },
    FLOAT32("f4", 4) {
        @Override
        double at(ByteBuffer buffer, int offset) {
            return buffer.getFloat(offset);
        }
    },
    INT64("i8", 8) {
        @Override
        double at(ByteBuffer buffer, int offset) {
            return exact(buffer.getLong(offset));
        }
    },
    INT32("i4", 4) {
        @Override
        double at(ByteBuffer buffer, int offset) {
            return buffer.getInt(offset);
        }
    },
    INT16("i2", 2) {
        @Override
        double at(ByteBuffer buffer, int offset) {
            return buffer.getShort(offset);
        }
    },
    INT8("i1", 1) {
        @Override
        double at(ByteBuffer buffer, int offset) {
            return buffer.get(offset);
        }
    };

    private static final long MOST_EXACT = 1L << 53;

    private final String code;
    private final int bytes;

    NpyNumber(String code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    int bytes() {
        return bytes;
    }

    abstract double at(ByteBuffer buffer, int offset);

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
        throw new TableException("found numbers of type \"" + NumberText.shorten(code)
                + "\", expected float64, float32, int64, int32, int16 or int8");
    }
}
