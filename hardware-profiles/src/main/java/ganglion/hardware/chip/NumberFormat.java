package ganglion.hardware.chip;

import ganglion.documents.key.Worded;

/** How a conventional processor holds the numbers of a network. */
public enum NumberFormat implements Worded {
    /** Integers of 8 bits. */
    INT8(1),
    /** Integers of 32 bits. */
    INT32(4),
    /** Floating point of 16 bits. */
    FLOAT16(2),
    /** Floating point of 32 bits. */
    FLOAT32(4);

    private final int bytes;

    NumberFormat(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes of one number. */
    public int bytes() {
        return bytes;
    }
}
