package ganglion.cochlea.audio.flac;

import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.MonoBuffer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The STREAMINFO block that every FLAC file starts with (RFC 9639, section 8.2).
 *
 * @param rateHertz samples per second and channel
 * @param channels 1 to 8
 * @param bits bits per sample, 4 to 32
 * @param frames samples per channel, or {@link MonoBuffer#UNKNOWN_LENGTH}
 * @param md5 digest of the decoded samples, interleaved, signed, little-endian; all zero if unknown
 */
record FlacHeader(int rateHertz, int channels, int bits, long frames, byte[] md5) {

    private static final int BYTES = 42;
    private static final int STREAMINFO_LENGTH = 34;
    private static final int PACKED_OFFSET = 18;
    private static final int MD5_OFFSET = 26;

    static FlacHeader read(Path file) throws IOException, AudioFormatException {
        ByteBuffer start;
        try (InputStream in = Files.newInputStream(file)) {
            start = ByteBuffer.wrap(in.readNBytes(BYTES));
        }
        // A block header is its type (in the low 7 bits of the first byte) and its length (24 bits).
        if (start.limit() < BYTES || (start.getInt(4) & 0x7fffffff) != STREAMINFO_LENGTH) {
            throw new AudioFormatException("the FLAC header is damaged, expected a STREAMINFO block of "
                    + STREAMINFO_LENGTH + " bytes at the start");
        }
        // 20 bits sample rate, 3 bits channels - 1, 5 bits bits - 1, 36 bits samples.
        long packed = start.getLong(PACKED_OFFSET);
        long frames = packed & 0xf_ffff_ffffL;
        return new FlacHeader(
                (int) (packed >>> 44),
                (int) (packed >>> 41 & 7) + 1,
                (int) (packed >>> 36 & 31) + 1,
                frames == 0 ? MonoBuffer.UNKNOWN_LENGTH : frames,
                Arrays.copyOfRange(start.array(), MD5_OFFSET, BYTES));
    }

    boolean hasDigest() {
        return !Arrays.equals(md5, new byte[md5.length]);
    }

    /** The MD5 digest is over whole bytes, also where a sample has fewer bits. */
    int bytesPerSample() {
        return (bits + 7) / 8;
    }
}
