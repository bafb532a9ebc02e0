package ganglion.cochlea.audio.input;

import de.jarnbjo.ogg.EndOfOggStreamException;
import de.jarnbjo.ogg.FileStream;
import de.jarnbjo.ogg.LogicalOggStream;
import de.jarnbjo.ogg.OggFormatException;
import de.jarnbjo.vorbis.VorbisFormatException;
import de.jarnbjo.vorbis.VorbisStream;
import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.AudioLimits;
import ganglion.cochlea.audio.PcmReader;
import ganglion.cochlea.audio.SampleFormat;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Decodes Ogg Vorbis with J-Ogg (T.-E. Jarnbjo; maintained as com.github.stephengold:j-ogg-vorbis). Of a file with several
 * streams the first is used. J-Ogg is called directly rather than through Java Sound, where it writes to standard output
 * when it meets files of other kinds.
 */
final class VorbisDecoder {

    private VorbisDecoder() {}

    static AudioClip decode(Path file) throws IOException, AudioFormatException {
        OggPages.check(file); // opens it first, so that a file that cannot be opened is told of as all others are
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            LogicalOggStream stream = first(new FileStream(in));
            VorbisStream vorbis = new VorbisStream(stream);
            int rateHertz = vorbis.getIdentificationHeader().getSampleRate();
            int channels = vorbis.getIdentificationHeader().getChannels();
            // The position of the last page is the length: the last block may hold more samples.
            long frames = stream.getMaximumGranulePosition();
            AudioLimits.checkHeader(rateHertz, channels, frames);
            SampleFormat format = new SampleFormat(SampleFormat.Kind.SIGNED, 2, true);
            double[] samples = new PcmReader(format, channels).read(new PcmStream(vorbis), frames);
            return new AudioClip(samples, rateHertz);
        } catch (EndOfOggStreamException e) {
            throw new AudioFormatException("the Ogg file is cut short: it ends within the headers of its stream", e);
        } catch (OggFormatException | VorbisFormatException | RuntimeException e) {
            // The library checks some of its input, and says what it found in words for programmers.
            throw new AudioFormatException("the Ogg Vorbis stream is damaged", e);
        }
    }

    private static LogicalOggStream first(FileStream file) throws AudioFormatException {
        for (Object stream : file.getLogicalStreams()) {
            LogicalOggStream logical = (LogicalOggStream) stream;
            if (LogicalOggStream.FORMAT_VORBIS.equals(logical.getFormat())) {
                return logical;
            }
        }
        throw new AudioFormatException(
                "the Ogg file holds no Vorbis stream, expected one, as no other kind can be read");
    }

    /** The samples of the library, which signals their end by an exception. */
    private static final class PcmStream extends InputStream {

        private final VorbisStream vorbis;

        PcmStream(VorbisStream vorbis) {
            this.vorbis = vorbis;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                int got = vorbis.readPcm(bytes, offset, length);
                return got == 0 && length > 0 ? -1 : got;
            } catch (EndOfOggStreamException e) {
                return -1;
            }
        }
    }

    /**
     * Checks that each page of an Ogg file (RFC 3533) is whole, has the checksum in its header, and belongs to a stream that
     * an earlier page has begun, before a library reads it. Damage is then always noticed, as with FLAC, and the library
     * neither writes about it to standard output nor waits for pages of a stream that has no more.
     */
    static final class OggPages {

        private static final int HEADER_BYTES = 27;
        private static final int FLAGS_OFFSET = 5;
        private static final int BEGINS = 2;
        private static final int STREAM_OFFSET = 14;
        private static final int CHECKSUM_OFFSET = 22;
        private static final int SEGMENTS_OFFSET = 26;
        private static final int LARGEST_PAGE_BYTES = HEADER_BYTES + 255 + 255 * 255;
        private static final int CRC_POLYNOMIAL = 0x04c11db7;
        private static final int[] CRC_TABLE = crcTable();

        private OggPages() {}

        static void check(Path file) throws IOException, AudioFormatException {
            byte[] page = new byte[LARGEST_PAGE_BYTES];
            Set<Integer> streams = new HashSet<>();
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
                for (int number = 0; ; number++) {
                    int got = in.readNBytes(page, 0, HEADER_BYTES);
                    if (got == 0) {
                        return;
                    }
                    boolean known = got >= 4 && page[0] == 'O' && page[1] == 'g' && page[2] == 'g' && page[3] == 'S';
                    if (!known) {
                        throw new AudioFormatException(
                                "the Ogg file is damaged: page " + number + " does not start with OggS");
                    }
                    int bytes = readRest(in, page, got);
                    if (checksum(page, bytes) != number(page, CHECKSUM_OFFSET)) {
                        throw new AudioFormatException(
                                "the Ogg file is damaged: page " + number + " has a wrong checksum");
                    }
                    int stream = number(page, STREAM_OFFSET);
                    if ((page[FLAGS_OFFSET] & BEGINS) != 0) {
                        streams.add(stream);
                    } else if (!streams.contains(stream)) {
                        throw new AudioFormatException(
                                "the Ogg file is damaged: page " + number + " continues the stream "
                                        + Integer.toUnsignedString(stream) + ", which no page begins");
                    }
                }
            }
        }

        private static int readRest(InputStream in, byte[] page, int got) throws IOException, AudioFormatException {
            int segments = got < HEADER_BYTES ? 0 : page[SEGMENTS_OFFSET] & 0xff;
            int body = 0;
            boolean whole = got == HEADER_BYTES && in.readNBytes(page, HEADER_BYTES, segments) == segments;
            for (int i = HEADER_BYTES; whole && i < HEADER_BYTES + segments; i++) {
                body += page[i] & 0xff;
            }
            if (!whole || in.readNBytes(page, HEADER_BYTES + segments, body) < body) {
                throw new AudioFormatException("the Ogg file is cut short: it ends within a page");
            }
            return HEADER_BYTES + segments + body;
        }

        /** The number of 32 bits at a place, least significant byte first. */
        private static int number(byte[] page, int offset) {
            int number = 0;
            for (int i = 3; i >= 0; i--) {
                number = number << 8 | page[offset + i] & 0xff;
            }
            return number;
        }

        /** CRC-32, most significant bit first, of the page with zeros in the place of the checksum. */
        private static int checksum(byte[] page, int bytes) {
            int crc = 0;
            for (int i = 0; i < bytes; i++) {
                int next = i >= CHECKSUM_OFFSET && i < CHECKSUM_OFFSET + 4 ? 0 : page[i] & 0xff;
                crc = crc << 8 ^ CRC_TABLE[crc >>> 24 ^ next];
            }
            return crc;
        }

        private static int[] crcTable() {
            int[] table = new int[256];
            for (int i = 0; i < table.length; i++) {
                int crc = i << 24;
                for (int bit = 0; bit < 8; bit++) {
                    crc = crc << 1 ^ (crc < 0 ? CRC_POLYNOMIAL : 0);
                }
                table[i] = crc;
            }
            return table;
        }
    }
}
