package ganglion.cli.option;

import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.PcmFormat;
import ganglion.cochlea.audio.SampleSource;
import ganglion.cochlea.audio.input.SampleStreams;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/**
 * Where sound that is still going on comes from, and for how long. The bytes of standard input are read as a WAV file, unless a
 * rate says that they are raw samples.
 */
public final class StreamOptions {

    private static final double LEAST_RATE_HERTZ = 100;
    private static final double HIGHEST_RATE_HERTZ = 1_000_000;

    @Option(names = "--microphone", description = "Hear the microphone, until Ctrl-C, in the place of files.")
    private boolean microphone;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = Seconds.class,
            description = "For standard input and the microphone: stop after this time of sound.")
    private double durationSeconds = Double.POSITIVE_INFINITY;

    @Option(
            names = "--rate",
            paramLabel = "HERTZ",
            description = "For standard input: it holds raw samples at this rate, least significant byte first.")
    private Double rateHertz;

    @Option(
            names = "--bits",
            paramLabel = "N",
            description = "Bits of a raw sample: 8, 16 (the default), 24 or 32, signed.")
    private Integer bits;

    @Option(names = "--channels", paramLabel = "N", description = "Channels of raw samples; by default 1.")
    private Integer channels;

    /** Whether the layout of raw samples was given. */
    public boolean isRaw() {
        return rateHertz != null || bits != null || channels != null;
    }

    /** Whether the microphone is to be heard. */
    public boolean microphone() {
        return microphone;
    }

    /** Time after which the sound ends, in seconds; infinite if it ends by itself. */
    public double durationSeconds() {
        return durationSeconds;
    }

    /**
     * The samples of a stream.
     *
     * @throws IllegalArgumentException if the options do not make a format
     * @throws AudioFormatException if the stream does not start as a WAV file does
     */
    public SampleSource open(InputStream in) throws IOException, AudioFormatException {
        if (rateHertz == null) {
            if (bits != null || channels != null) {
                throw new IllegalArgumentException("found --bits or --channels without --rate, expected all of them for"
                        + " raw samples and none for WAV");
            }
            return wave(in);
        }
        return SampleStreams.raw(
                in, new PcmFormat(rateHertz, channels == null ? 1 : channels, bits == null ? 16 : bits, false, false));
    }

    private static SampleSource wave(InputStream in) throws IOException, AudioFormatException {
        try {
            return SampleStreams.wave(in);
        } catch (AudioFormatException e) {
            throw new AudioFormatException(e.getMessage() + "; raw samples need --rate", e);
        }
    }

    /** What is wrong with the layout of raw samples, before any is read; empty if nothing is. */
    public Optional<String> checkLayout() {
        if (rateHertz != null && !(rateHertz >= LEAST_RATE_HERTZ && rateHertz <= HIGHEST_RATE_HERTZ)) {
            return Optional.of("found --rate " + rateHertz + ", expected 100 to 1000000 hertz");
        }
        if (bits != null && !List.of(8, 16, 24, 32).contains(bits)) {
            return Optional.of("found --bits " + bits + ", expected 8, 16, 24 or 32");
        }
        return channels != null && channels < 1
                ? Optional.of("found --channels " + channels + ", expected at least 1")
                : Optional.empty();
    }

    /** Times with units, as in scenarios. */
    static final class Seconds implements ITypeConverter<Double> {

        @Override
        public Double convert(String text) {
            double seconds;
            try {
                seconds = TickLength.seconds(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
            if (seconds < 0) {
                throw new TypeConversionException("found '" + text + "', expected a time of at least 0");
            }
            return seconds;
        }
    }
}
