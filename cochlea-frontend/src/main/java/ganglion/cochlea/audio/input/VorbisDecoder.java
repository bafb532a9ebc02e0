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
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;

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
}
