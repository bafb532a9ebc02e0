package ganglion.cochlea.audio.input;

import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.AudioLimits;
import ganglion.cochlea.audio.MonoBuffer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.JavaLayerException;
import javazoom.jl.decoder.SampleBuffer;

/**
 * Decodes MPEG audio (MP3) with JLayer, the only pure Java decoder. The silence that encoders add at both ends stays. The
 * format gives neither the length of a file nor a checksum of its frames, so a damaged file may decode to wrong samples.
 */
final class Mp3Decoder {

    private static final double FULL_SCALE = 0x1p15;

    private Mp3Decoder() {}

    static AudioClip decode(Path file) throws IOException, AudioFormatException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            Bitstream frames = new Bitstream(in);
            Decoder decoder = new Decoder();
            MonoBuffer mono = new MonoBuffer(MonoBuffer.UNKNOWN_LENGTH, AudioLimits.MOST_FRAMES);
            int rateHertz = 0;
            for (Header header = frames.readFrame(); header != null; header = frames.readFrame()) {
                SampleBuffer samples = (SampleBuffer) decoder.decodeFrame(header, frames);
                if (rateHertz != 0 && samples.getSampleFrequency() != rateHertz) {
                    throw new AudioFormatException("the MP3 file changes its sample rate to "
                            + samples.getSampleFrequency() + " Hz, expected " + rateHertz + " Hz as before");
                }
                rateHertz = samples.getSampleFrequency();
                AudioLimits.checkHeader(rateHertz, samples.getChannelCount(), 0);
                add(samples, mono);
                frames.closeFrame();
            }
            return new AudioClip(mono.samples(), rateHertz);
        } catch (JavaLayerException | RuntimeException e) {
            // The library does not check its input.
            throw new AudioFormatException("the MP3 stream is damaged, or not one of MPEG audio layer 1 to 3", e);
        }
    }

    private static void add(SampleBuffer samples, MonoBuffer mono) throws AudioFormatException {
        short[] values = samples.getBuffer();
        int channels = samples.getChannelCount();
        for (int i = 0; i + channels <= samples.getBufferLength(); i += channels) {
            int sum = 0;
            for (int channel = 0; channel < channels; channel++) {
                sum += values[i + channel];
            }
            mono.add(sum / (channels * FULL_SCALE));
        }
    }
}
