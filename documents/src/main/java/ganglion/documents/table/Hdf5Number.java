package ganglion.documents.table;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A type of numbers that {@link Hdf5ListFile} writes; each takes two bytes. */
public enum Hdf5Number {
    /** Half precision (IEEE 754 binary16), numbers from 0 to 65504; others are rounded to the nearest, of two such to the even one. */
    HALF(new byte[] {0x11, 0x20, 0x0f, 0, 2, 0, 0, 0, 0, 0, 16, 0, 10, 5, 0, 10, 15, 0, 0, 0}) {
        @Override
        short encoded(double value) {
            if (value < SMALLEST_NORMAL) {
                return (short) Math.rint(value * UNITS_PER_SUBNORMAL);
            }
            int exponent = Math.getExponent(value);
            int significand = (int) Math.rint(Math.scalb(value, SIGNIFICAND_BITS - exponent));
            // A significand that is rounded up to the next power of two makes the exponent one larger, as it should.
            return (short) ((exponent + EXPONENT_BIAS - 1 << SIGNIFICAND_BITS) + significand);
        }
    },
    /** Whole numbers from 0 to 65535. */
    UNSIGNED_SHORT(new byte[] {0x10, 0, 0, 0, 2, 0, 0, 0, 0, 0, 16, 0}) {
        @Override
        short encoded(double value) {
            return (short) (int) value;
        }
    };

    private static final double SMALLEST_NORMAL = 0x1p-14;
    private static final double UNITS_PER_SUBNORMAL = 0x1p24;
    private static final int SIGNIFICAND_BITS = 10;
    private static final int EXPONENT_BIAS = 15;
    private static final double LARGEST_HALF = 65504;
    private static final double LARGEST_SHORT = 65535;

    private final byte[] dataType;

    Hdf5Number(byte[] dataType) {
        this.dataType = dataType;
    }

    /** The message of the data type in a file. */
    byte[] dataType() {
        return dataType.clone();
    }

    /** The bits of a number within the range. */
    abstract short encoded(double value);

    /** @throws IllegalArgumentException if a number is out of the range */
    byte[] bytes(double[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(Short.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            boolean fits = this == HALF
                    ? value >= 0 && value <= LARGEST_HALF
                    : value >= 0 && value <= LARGEST_SHORT && value == Math.rint(value);
            if (!fits) {
                throw new IllegalArgumentException("found " + value + ", expected "
                        + (this == HALF ? "a number from 0 to 65504" : "a whole number from 0 to 65535"));
            }
            bytes.putShort(encoded(value));
        }
        return bytes.array();
    }
}
