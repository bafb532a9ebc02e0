package ganglion.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Makes the checksums of damaged files right, so that damage gets past them. */
final class Checksums {

    /** Of what an entry of an archive unpacks to. */
    private static final int MOST_UNPACKED = 1 << 20;

    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private Checksums() {}

    /** Ogg: each page holds a CRC of itself, worked out with zeros in its own place (RFC 3533, section 6). */
    static byte[] ogg(byte[] file) {
        byte[] mended = file.clone();
        ByteBuffer bytes = ByteBuffer.wrap(mended).order(ByteOrder.LITTLE_ENDIAN);
        int page = 0;
        while (page + 27 <= mended.length && bytes.getInt(page) == 0x5367674F) {
            int segments = Byte.toUnsignedInt(mended[page + 26]);
            int end = page + 27 + segments;
            for (int i = 0; i < segments && page + 27 + i < mended.length; i++) {
                end += Byte.toUnsignedInt(mended[page + 27 + i]);
            }
            end = Math.min(end, mended.length);
            bytes.putInt(page + 22, 0);
            bytes.putInt(page + 22, (int) crc(mended, page, end, 32, 0x04C11DB7));
            page = end;
        }
        return mended;
    }

    /**
     * FLAC: a frame holds a CRC of its header, and one of itself at its end (RFC 9639, sections 9.1.8 and 9.3). Frames are found
     * by their synchronisation code and their number. The hash of all samples becomes zero, which stands for none.
     */
    static byte[] flac(byte[] file) {
        byte[] mended = file.clone();
        if (mended.length >= 42 && mended[0] == 'f' && mended[4] % 128 == 0) {
            ByteBuffer.wrap(mended).putLong(26, 0).putLong(34, 0);
        }
        int start = -1;
        int number = 0;
        for (int at = 0; at + 6 < mended.length; at++) {
            if (isFlacFrame(mended, at, number)) {
                mendFlacFrame(mended, start, at);
                start = at;
                number++;
            }
        }
        mendFlacFrame(mended, start, mended.length);
        return mended;
    }

    private static boolean isFlacFrame(byte[] file, int at, int number) {
        // A frame number of 128 or more takes several bytes. No file of the corpus has 128 frames.
        return file[at] == (byte) 0xFF && file[at + 1] == (byte) 0xF8 && number < 128 && file[at + 4] == number;
    }

    private static void mendFlacFrame(byte[] file, int start, int end) {
        if (start < 0 || end - start < 10) {
            return;
        }
        int sizeCode = (file[start + 2] & 0xF0) >> 4;
        int rateCode = file[start + 2] & 0x0F;
        int header = 5
                + (sizeCode == 6 ? 1 : sizeCode == 7 ? 2 : 0)
                + (rateCode == 12 ? 1 : rateCode == 13 || rateCode == 14 ? 2 : 0);
        file[start + header] = (byte) crc(file, start, start + header, 8, 0x07);
        int sum = (int) crc(file, start, end - 2, 16, 0x8005);
        file[end - 2] = (byte) (sum >> 8);
        file[end - 1] = (byte) sum;
    }

    /** A CRC that takes the most significant bit first and starts from zero. */
    private static long crc(byte[] file, int from, int until, int bits, long polynomial) {
        long top = 1L << (bits - 1);
        long sum = 0;
        for (int i = from; i < until; i++) {
            sum ^= Byte.toUnsignedLong(file[i]) << (bits - 8);
            for (int bit = 0; bit < 8; bit++) {
                sum = (sum & top) != 0 ? sum << 1 ^ polynomial : sum << 1;
            }
        }
        return sum & (top << 1) - 1;
    }

    /** ZIP: the central directory and the entry itself hold the CRC of what the entry unpacks to (APPNOTE.TXT, 4.3). */
    static byte[] zip(byte[] file) {
        byte[] mended = file.clone();
        ByteBuffer bytes = ByteBuffer.wrap(mended).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + 46 <= mended.length; at++) {
            if (bytes.getInt(at) == 0x02014B50) {
                mendZipEntry(bytes, at);
            }
        }
        return mended;
    }

    private static void mendZipEntry(ByteBuffer bytes, int central) {
        int size = bytes.getInt(central + 20);
        int local = bytes.getInt(central + 42);
        if (local < 0 || local > bytes.limit() - 30 || bytes.getInt(local) != 0x04034B50) {
            return;
        }
        int start = local
                + 30
                + Short.toUnsignedInt(bytes.getShort(local + 26))
                + Short.toUnsignedInt(bytes.getShort(local + 28));
        if (size < 0 || start > bytes.limit() || size > bytes.limit() - start) {
            return;
        }
        CRC32 sum = new CRC32();
        int method = bytes.getShort(central + 10);
        if (method == STORED) {
            sum.update(bytes.array(), start, size);
        } else if (method != DEFLATED || !unpack(bytes.array(), start, size, sum)) {
            return;
        }
        bytes.putInt(central + 16, (int) sum.getValue());
        bytes.putInt(local + 14, (int) sum.getValue());
    }

    private static boolean unpack(byte[] file, int start, int size, CRC32 sum) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(file, start, size);
            byte[] unpacked = new byte[MOST_UNPACKED];
            sum.update(unpacked, 0, inflater.inflate(unpacked));
            return inflater.finished();
        } catch (DataFormatException e) {
            return false;
        } finally {
            inflater.end();
        }
    }

    /**
     * Checkpoints of runs: a hash of all numbers after the version, at the end; {@code CheckpointFormat} has the order of the
     * numbers. What has lost that order is left alone.
     */
    static byte[] checkpoint(byte[] file, int populations) {
        byte[] mended = file.clone();
        ByteBuffer bytes = ByteBuffer.wrap(mended);
        if (mended.length < 12 + 8) {
            return file;
        }
        bytes.position(12).limit(mended.length - 8);
        CheckpointNumbers numbers = new CheckpointNumbers(bytes);
        try {
            numbers.readAll(populations);
        } catch (java.nio.BufferUnderflowException e) {
            return file;
        }
        if (bytes.hasRemaining()) {
            return file;
        }
        bytes.limit(mended.length).putLong(numbers.sum());
        return mended;
    }
}
