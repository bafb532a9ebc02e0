package ganglion.cochlea.audio;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jflac.ChannelData;
import org.jflac.FLACDecoder;
import org.jflac.frame.Frame;

/**
 * FLAC, by jFLAC. Its decoder is called directly, because its Java Sound provider knows no more than two channels, shifts
 * 8-bit samples and waits 100 ms at the end of a file. It is not trusted: the length and the MD5 digest in the file's header tell whether
 * what was decoded is what was encoded.
 */
final class FlacDecoder {

    /** jFLAC computes in 32-bit integers, which 32-bit samples overflow. */
    private static final int MOST_BITS = 24;

    private final FlacHeader header;
    private final MonoBuffer mono;
    private final MessageDigest digest = md5();
    private byte[] digested = new byte[0];

    private FlacDecoder(FlacHeader header) {
        this.header = header;
        this.mono = new MonoBuffer(header.frames(), AudioDecoder.MOST_FRAMES);
    }

    static DecodedAudio decode(Path file) throws IOException, AudioFormatException {
        FlacHeader header = FlacHeader.read(file);
        AudioDecoder.checkHeader(header.rateHertz(), header.channels(), header.frames());
        if (header.bits() > MOST_BITS) {
            throw new AudioFormatException(
                    "the samples have " + header.bits() + " bits, expected FLAC of at most " + MOST_BITS);
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return new DecodedAudio(new FlacDecoder(header).read(in), header.rateHertz());
        } catch (RuntimeException e) {
            // jFLAC meets nonsense with whatever exception its arithmetic leads to.
            throw new AudioFormatException("the FLAC stream is damaged, expected intact frames", e);
        }
    }

    private double[] read(InputStream in) throws IOException, AudioFormatException {
        FLACDecoder decoder = new FLACDecoder(in);
        decoder.readMetadata();
        for (Frame frame = decoder.readNextFrame(); frame != null; frame = decoder.readNextFrame()) {
            if (frame.header.channels != header.channels() || frame.header.bitsPerSample != header.bits()) {
                throw new AudioFormatException("a FLAC frame has " + frame.header.channels + " channels of "
                        + frame.header.bitsPerSample + " bits, expected " + header.channels() + " of " + header.bits()
                        + " as in the file's header");
            }
            take(decoder.getChannelData(), frame.header.blockSize);
        }
        if (decoder.getBadFrames() > 0) {
            throw new AudioFormatException(
                    "the FLAC stream is damaged: " + decoder.getBadFrames() + " frames cannot be decoded");
        }
        double[] samples = mono.samples();
        if (header.hasDigest() && !Arrays.equals(digest.digest(), header.md5())) {
            throw new AudioFormatException(
                    "the FLAC stream is damaged: its samples do not have the MD5 digest that its header promises");
        }
        return samples;
    }

    private void take(ChannelData[] channels, int blockSize) throws AudioFormatException {
        double scale = 1.0 / (header.channels() * (1L << (header.bits() - 1)));
        int sampleBytes = header.bytesPerSample();
        int bytes = blockSize * header.channels() * sampleBytes;
        if (digested.length < bytes) {
            digested = new byte[bytes];
        }
        int offset = 0;
        for (int i = 0; i < blockSize; i++) {
            long sum = 0;
            for (int channel = 0; channel < header.channels(); channel++) {
                int sample = channels[channel].getOutput()[i];
                sum += sample;
                for (int b = 0; b < sampleBytes; b++) {
                    digested[offset++] = (byte) (sample >> 8 * b);
                }
            }
            mono.add(sum * scale);
        }
        digest.update(digested, 0, bytes);
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
