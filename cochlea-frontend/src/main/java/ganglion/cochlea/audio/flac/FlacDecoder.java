package ganglion.cochlea.audio.flac;

import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.AudioLimits;
import ganglion.cochlea.audio.MonoBuffer;
import ganglion.documents.output.Checksum;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Decodes FLAC (RFC 9639) of all bit depths and channel counts. Own code rather than jFLAC, the decoder on Maven Central:
 * that one loops for ever on some damaged files, prints to standard output, and is unmaintained. A file is accepted as a
 * whole or not at all: the CRC-16 of each frame, the number of samples and the MD5 digest of all samples must agree with
 * the file.
 */
public final class FlacDecoder {

    private static final int MAGIC_BYTES = 4;
    private static final int BLOCK_HEADER_BYTES = 4;

    private final FlacHeader header;
    private final MonoBuffer mono;
    private final MessageDigest digest = Checksum.digest("MD5");
    private byte[] digested = new byte[0];

    private FlacDecoder(FlacHeader header) {
        this.header = header;
        this.mono = new MonoBuffer(header.frames(), AudioLimits.MOST_FRAMES);
    }

    /**
     * Decodes a file that starts with the FLAC marker.
     *
     * @throws AudioFormatException if it is damaged, cut short, or beyond the limits
     */
    public static AudioClip decode(Path file) throws IOException, AudioFormatException {
        FlacHeader header = FlacHeader.read(file);
        AudioLimits.checkHeader(header.rateHertz(), header.channels(), header.frames());
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            skipMetadata(in);
            return new AudioClip(new FlacDecoder(header).read(in), header.rateHertz());
        }
    }

    private static void skipMetadata(InputStream in) throws IOException {
        in.skipNBytes(MAGIC_BYTES);
        boolean last = false;
        while (!last) {
            byte[] block = in.readNBytes(BLOCK_HEADER_BYTES);
            if (block.length < BLOCK_HEADER_BYTES) {
                throw new EOFException();
            }
            last = block[0] < 0;
            in.skipNBytes((block[1] & 0xff) << 16 | (block[2] & 0xff) << 8 | block[3] & 0xff);
        }
    }

    private double[] read(InputStream in) throws IOException, AudioFormatException {
        FlacBits bits = new FlacBits(in);
        FlacFrame frame = new FlacFrame(header, bits);
        try {
            // Bytes after the promised samples (often tags of other formats) are ignored.
            while (mono.missing() > 0 && !bits.atEnd()) {
                frame.read();
                take(frame.channels(), frame.blockSize());
            }
        } catch (EOFException e) {
            throw new AudioFormatException(
                    "the file is cut short: it ends within a frame, after " + mono.size() + " samples per channel", e);
        }
        double[] samples = mono.samples();
        if (header.hasDigest() && !Arrays.equals(digest.digest(), header.md5())) {
            throw new AudioFormatException(
                    "the FLAC stream is damaged: its samples do not have the MD5 digest that its header promises");
        }
        return samples;
    }

    private void take(long[][] channels, int blockSize) throws AudioFormatException {
        double scale = 1.0 / (channels.length * (1L << (header.bits() - 1)));
        int sampleBytes = header.bytesPerSample();
        int bytes = blockSize * channels.length * sampleBytes;
        if (digested.length < bytes) {
            digested = new byte[bytes];
        }
        int offset = 0;
        for (int i = 0; i < blockSize; i++) {
            long sum = 0;
            for (long[] channel : channels) {
                sum += channel[i];
                for (int b = 0; b < sampleBytes; b++) {
                    digested[offset++] = (byte) (channel[i] >> 8 * b);
                }
            }
            mono.add(sum * scale);
        }
        digest.update(digested, 0, bytes);
    }
}
