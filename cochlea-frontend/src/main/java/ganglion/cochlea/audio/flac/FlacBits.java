package ganglion.cochlea.audio.flac;

import ganglion.cochlea.audio.AudioFormatException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bits of a FLAC stream, most significant first, with the running CRC-16 of everything read. Bytes enter one by one
 * when they are needed, so that the checksum never covers bytes that are not read yet.
 */
final class FlacBits {

    private static final int BUFFER_BYTES = 1 << 16;
    /** x^16 + x^15 + x^2 + 1 (RFC 9639, section 9.3). */
    private static final int CRC_POLYNOMIAL = 0x8005;

    private static final int[] CRC_TABLE = crcTable();
    /** Far longer than any residual can be, so that a stream of zero bits cannot overflow the count. */
    private static final int LONGEST_UNARY = 1 << 26;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int limit;
    /** The low {@link #available} bits are not read yet. */
    private long bits;

    private int available;
    private int crc;

    FlacBits(InputStream in) {
        this.in = in;
    }

    /** Whether the stream ends here. Valid at the boundary of a byte only. */
    boolean atEnd() throws IOException {
        return position == limit && !refill();
    }

    /** The next bits as an unsigned number: 0 to 56 of them. */
    long unsigned(int count) throws IOException {
        while (available < count) {
            load();
        }
        available -= count;
        return bits >>> available & (1L << count) - 1;
    }

    /** The next bits as a number in two's complement: 0 to 56 of them. */
    long signed(int count) throws IOException {
        int unused = Long.SIZE - count;
        return count == 0 ? 0 : unsigned(count) << unused >> unused;
    }

    /** The number of zeros before the next one; the one is consumed. */
    int unary() throws IOException, AudioFormatException {
        int zeros = 0;
        while (zeros <= LONGEST_UNARY) {
            long left = bits & (1L << available) - 1;
            if (left != 0) {
                int leading = available - (Long.SIZE - Long.numberOfLeadingZeros(left));
                available -= leading + 1;
                return zeros + leading;
            }
            zeros += available;
            available = 0;
            load();
        }
        throw FlacFrame.damaged("a number without an end");
    }

    void skipToByte() {
        available -= available % Byte.SIZE;
    }

    void startChecksum() {
        crc = 0;
    }

    /** The CRC-16 since {@link #startChecksum()}: 0 once the frame's own checksum has been read, if all is well. */
    int checksum() {
        return crc;
    }

    private void load() throws IOException {
        if (position == limit && !refill()) {
            throw new EOFException();
        }
        int next = buffer[position++] & 0xff;
        crc = crc << 8 & 0xffff ^ CRC_TABLE[crc >>> 8 ^ next];
        bits = bits << 8 | next;
        available += Byte.SIZE;
    }

    private boolean refill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(buffer));
        return limit > 0;
    }

    private static int[] crcTable() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int crc = i << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = crc << 1 ^ ((crc & 0x8000) != 0 ? CRC_POLYNOMIAL : 0);
            }
            table[i] = crc & 0xffff;
        }
        return table;
    }
}
