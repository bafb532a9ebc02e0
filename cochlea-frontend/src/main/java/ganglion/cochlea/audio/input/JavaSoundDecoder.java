package ganglion.cochlea.audio.input;

import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.AudioLimits;
import ganglion.cochlea.audio.MonoBuffer;
import ganglion.cochlea.audio.PcmReader;
import ganglion.cochlea.audio.SampleFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ServiceLoader;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import javax.sound.sampled.spi.AudioFileReader;

/** Decodes AIFF and AU files with the JDK. */
final class JavaSoundDecoder {

    private JavaSoundDecoder() {}

    static AudioClip decode(Path file) throws IOException, AudioFormatException {
        try (AudioInputStream in = linear(open(file))) {
            AudioFormat format = in.getFormat();
            AudioLimits.checkHeader(format.getSampleRate(), format.getChannels(), in.getFrameLength());
            long frames = in.getFrameLength() < 0 ? MonoBuffer.UNKNOWN_LENGTH : in.getFrameLength();
            double[] samples = new PcmReader(sampleFormat(format), format.getChannels()).read(in, frames);
            return new AudioClip(samples, format.getSampleRate());
        } catch (UnsupportedAudioFileException e) {
            throw new AudioFormatException(
                    "the header is damaged or the encoding unknown, expected an AIFF or AU file of PCM samples", e);
        }
    }

    /** Uses the readers of the JDK only: some others write to standard output when they meet files of other kinds. */
    private static AudioInputStream open(Path file) throws IOException, UnsupportedAudioFileException {
        for (ServiceLoader.Provider<AudioFileReader> reader :
                ServiceLoader.load(AudioFileReader.class).stream().toList()) {
            if (reader.type().getModule() == AudioSystem.class.getModule()) {
                try {
                    return reader.get().getAudioInputStream(file.toFile());
                } catch (UnsupportedAudioFileException e) {
                    continue;
                }
            }
        }
        throw new UnsupportedAudioFileException();
    }

    /** Java Sound expands the companded encodings (A-law, u-law) on request. */
    private static AudioInputStream linear(AudioInputStream in) {
        AudioFormat.Encoding encoding = in.getFormat().getEncoding();
        if (encoding.equals(AudioFormat.Encoding.ALAW) || encoding.equals(AudioFormat.Encoding.ULAW)) {
            return AudioSystem.getAudioInputStream(AudioFormat.Encoding.PCM_SIGNED, in);
        }
        return in;
    }

    private static SampleFormat sampleFormat(AudioFormat format) throws AudioFormatException {
        AudioFormat.Encoding encoding = format.getEncoding();
        SampleFormat.Kind kind = encoding.equals(AudioFormat.Encoding.PCM_SIGNED)
                ? SampleFormat.Kind.SIGNED
                : encoding.equals(AudioFormat.Encoding.PCM_UNSIGNED)
                        ? SampleFormat.Kind.UNSIGNED
                        : SampleFormat.Kind.FLOAT;
        SampleFormat sample = new SampleFormat(kind, (format.getSampleSizeInBits() + 7) / 8, format.isBigEndian());
        if (!sample.supported() || format.getFrameSize() != sample.bytes() * format.getChannels()) {
            throw new AudioFormatException(
                    "the samples have " + format.getSampleSizeInBits() + " bits, expected 8 to 32");
        }
        return sample;
    }
}
