package ganglion.documents.table;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** An extra field of a ZIP entry that moves its content to a multiple of some bytes, as Android's tools write it. */
final class ZipPadding {

    private static final short ALIGNMENT_FIELD = (short) 0xD935;
    private static final int SHORTEST = 3 * Short.BYTES;

    private ZipPadding() {}

    /**
     * The field.
     *
     * @param start where the content would start without it, in bytes from the start of the file
     */
    static byte[] of(long start, int alignment) {
        int length = SHORTEST + (int) Math.floorMod(-(start + SHORTEST), (long) alignment);
        return ByteBuffer.allocate(length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(ALIGNMENT_FIELD)
                .putShort((short) (length - 2 * Short.BYTES))
                .putShort((short) alignment)
                .array();
    }
}
