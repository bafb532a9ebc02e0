package ganglion.cochlea.audio;

/**
 * The layout of one sample in memory.
 *
 * @param kind integer or float
 * @param bytes bytes per sample: 1 to 4 for integers, 4 or 8 for floats; narrower integers sit in the high bits
 * @param bigEndian whether the most significant byte comes first
 */
public record SampleFormat(Kind kind, int bytes, boolean bigEndian) {

    /** Kind of number. */
    public enum Kind {
        /** Integers in two's complement. */
        SIGNED,
        /** Integers whose middle, 2^(bits - 1), is silence. */
        UNSIGNED,
        /** IEEE floats. */
        FLOAT
    }

    /** Whether samples of this format can be decoded. */
    public boolean supported() {
        return kind == Kind.FLOAT ? bytes == 4 || bytes == 8 : bytes >= 1 && bytes <= 4;
    }

    /** The value of the sample at an offset, full scale being -1 to 1. */
    double decode(byte[] data, int offset) {
        if (bytes == 2 && kind == Kind.SIGNED) {
            // By far the most frequent format, hence a fast path.
            int low = data[bigEndian ? offset + 1 : offset] & 0xff;
            int high = data[bigEndian ? offset : offset + 1];
            return (high << 8 | low) * 0x1p-15;
        }
        long word = word(data, offset);
        int unused = Long.SIZE - 8 * bytes;
        return switch (kind) {
            case FLOAT -> bytes == 4 ? Float.intBitsToFloat((int) word) : Double.longBitsToDouble(word);
            // The sign is extended from the sample's top bit, and 2^(bits - 1) is full scale.
            case SIGNED -> (double) (word << unused >> unused) / (1L << (8 * bytes - 1));
            case UNSIGNED -> (double) (word - (1L << (8 * bytes - 1))) / (1L << (8 * bytes - 1));
        };
    }

    private long word(byte[] data, int offset) {
        long word = 0;
        for (int i = 0; i < bytes; i++) {
            int at = bigEndian ? offset + i : offset + bytes - 1 - i;
            word = word << 8 | data[at] & 0xff;
        }
        return word;
    }
}
