package ganglion.cochlea.audio.wave;

import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.AudioLimits;
import ganglion.cochlea.audio.PcmReader;
import ganglion.cochlea.audio.PcmSource;
import ganglion.cochlea.audio.SampleSource;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * RIFF WAVE: a list of chunks, of which "fmt " and "data" matter. Own code rather than Java Sound, which trusts
 * the lengths of a header and reads neither 64-bit floats nor all extensible files.
 *
 * <p>Format: Microsoft and IBM, Multimedia Programming Interface and Data Specifications 1.0 (1991), and
 * WAVE_FORMAT_EXTENSIBLE.
 */
public final class WaveDecoder {

    private static final int RIFF_HEADER_BYTES = 12;
    private static final int CHUNK_HEADER_BYTES = 8;
    private static final int SHORTEST_FORMAT_BYTES = 16;
    private static final int LONGEST_FORMAT_BYTES = 1024;
    /** Writers to a pipe give the largest length, signed or unsigned, less that of the header. */
    private static final long LEAST_UNKNOWN_LENGTH = 0x7fff_0000L;

    private final InputStream in;
    private long remaining;
    private WaveFormat format;

    private WaveDecoder(InputStream in, long fileBytes) {
        this.in = in;
        this.remaining = fileBytes;
    }

    /**
     * Decodes a file that starts with a RIFF header.
     *
     * @throws AudioFormatException if it is damaged, cut short, of an encoding that is not supported, or beyond the limits
     */
    public static AudioClip decode(Path file) throws IOException, AudioFormatException {
        long fileBytes = Files.size(file);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            WaveDecoder decoder = new WaveDecoder(in, fileBytes);
            return decoder.readData(decoder.findData());
        }
    }

    /**
     * The samples of a stream that starts with a RIFF header and may be of unknown length.
     *
     * @param in closed together with the source
     * @throws AudioFormatException if the header is damaged, or of an encoding that is not supported
     */
    public static SampleSource stream(InputStream in) throws IOException, AudioFormatException {
        WaveDecoder decoder = new WaveDecoder(in, Long.MAX_VALUE);
        long bytes = decoder.findData();
        WaveFormat format = decoder.format();
        boolean unknown = bytes == 0 || bytes >= LEAST_UNKNOWN_LENGTH;
        long frames = unknown ? Long.MAX_VALUE : bytes / format.frameBytes();
        return new PcmSource(in, format.sample(), format.channels(), format.rateHertz(), frames);
    }

    /** Reads up to the first sample; returns the length of the samples in bytes. */
    private long findData() throws IOException, AudioFormatException {
        // The length in the RIFF header is not trusted: the chunks' own lengths are checked against the file.
        take(RIFF_HEADER_BYTES);
        while (remaining >= CHUNK_HEADER_BYTES) {
            ByteBuffer header = take(CHUNK_HEADER_BYTES);
            String name = new String(header.array(), 0, 4, StandardCharsets.ISO_8859_1);
            long bytes = Integer.toUnsignedLong(header.getInt(4));
            if (bytes > remaining) {
                throw new AudioFormatException("the chunk " + AudioFormatException.printable(name) + " claims " + bytes
                        + " bytes, expected at most the " + remaining + " that are left of the file");
            }
            switch (name) {
                case "fmt " -> readFormat(bytes);
                case "data" -> {
                    return bytes;
                }
                default -> skip(bytes);
            }
            // Chunks start at even offsets.
            skip(Math.min(remaining, bytes % 2));
        }
        throw new AudioFormatException(
                "the file ends before its samples, expected a WAV file with a 'fmt ' and a 'data' chunk");
    }

    private void readFormat(long bytes) throws IOException, AudioFormatException {
        if (bytes < SHORTEST_FORMAT_BYTES || bytes > LONGEST_FORMAT_BYTES) {
            throw new AudioFormatException("the chunk 'fmt ' has " + bytes + " bytes, expected " + SHORTEST_FORMAT_BYTES
                    + " to " + LONGEST_FORMAT_BYTES);
        }
        format = WaveFormat.parse(take((int) bytes));
    }

    private WaveFormat format() throws AudioFormatException {
        if (format == null) {
            throw new AudioFormatException(
                    "the samples come first, expected the chunk 'fmt ' that describes them before");
        }
        return format;
    }

    private AudioClip readData(long bytes) throws IOException, AudioFormatException {
        WaveFormat format = format();
        if (bytes % format.frameBytes() != 0) {
            throw new AudioFormatException("the samples take " + bytes + " bytes, expected a multiple of "
                    + format.frameBytes() + " (" + format.channels() + " channels)");
        }
        long frames = bytes / format.frameBytes();
        AudioLimits.checkHeader(format.rateHertz(), format.channels(), frames);
        double[] samples = new PcmReader(format.sample(), format.channels()).read(in, frames);
        return new AudioClip(samples, format.rateHertz());
    }

    private ByteBuffer take(int bytes) throws IOException, AudioFormatException {
        byte[] taken = in.readNBytes(bytes);
        if (taken.length < bytes) {
            throw new AudioFormatException("the file is cut short: it ends within a WAV header");
        }
        remaining -= bytes;
        return ByteBuffer.wrap(taken).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void skip(long bytes) throws IOException {
        in.skipNBytes(bytes);
        remaining -= bytes;
    }
}
