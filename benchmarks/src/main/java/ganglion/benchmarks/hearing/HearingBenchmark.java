package ganglion.benchmarks.hearing;

import ganglion.cochlea.Cochlea;
import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.input.AudioFiles;
import ganglion.cochlea.audio.wave.WaveWriter;
import ganglion.cochlea.spectrum.CepstralCoefficients;
import ganglion.cochlea.spectrum.Decibels;
import ganglion.cochlea.spectrum.MelFilterBank;
import ganglion.cochlea.spectrum.MelParameters;
import ganglion.cochlea.spectrum.MelSpectrum;
import ganglion.cochlea.spectrum.PowerScale;
import ganglion.cochlea.spectrum.SpectrumOptions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;

/**
 * Prints seconds of audio heard per second of one core, for a clip of 60 s: noise, so that nothing is skipped. The time is
 * the thread's own processor time (other programs on the machine then count for little), the best of several rounds, after
 * a warm-up.
 *
 * <p>Run: {@code java -cp ... ganglion.benchmarks.hearing.HearingBenchmark [part of a name]...}
 */
public final class HearingBenchmark {

    private static final int CLIP_SECONDS = 60;
    private static final double ROUND_SECONDS = 0.4;
    private static final int CEPSTRAL_COEFFICIENTS = 20;
    private static final int WARM_UP_ROUNDS = 3;
    private static final int ROUNDS = 7;
    private static final SpectrumOptions UNSCALED = SpectrumOptions.DEFAULT.withScale(PowerScale.UNSCALED);

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final String[] wanted;
    private final Map<String, Double> speeds = new HashMap<>();
    /** Keeps the results alive. */
    private double sink;

    private HearingBenchmark(String[] wanted) {
        this.wanted = wanted;
    }

    /** @param arguments parts of the names of the lines to measure; none for all */
    public static void main(String[] arguments) throws Exception {
        new HearingBenchmark(arguments).run();
    }

    private void run() throws Exception {
        System.out.printf("%-58s %10s %8s%n", "seconds of audio per second of one core", "measured", "wanted");
        mel("mel 2048/512/128 at 16 kHz", 16_000, 2048, 512, 128, 2500);
        mel("mel 2048/512/128 at 44.1 kHz", 44_100, 2048, 512, 128, 1000);
        mel("mel 512/32/64 at 16 kHz (2 ms hop)", 16_000, 512, 32, 64, 1500);
        cepstrum("MFCC(20), 2048/512/128 at 16 kHz", 16_000, 2048, 512, 128, 0.9);
        mel("mel 882/882/64 at 44.1 kHz (no power of two)", 44_100, 882, 882, 64, 0);
        path("WAV to spikes, 16 kHz mono, the default ear", 16_000, 1, 1000);
        path("WAV to spikes, 44.1 kHz stereo, the default ear", 44_100, 2, 0);
    }

    private void mel(String name, int rateHertz, int window, int hop, int bands, double wantedSpeed) throws Exception {
        MelFilterBank bank = new MelFilterBank(MelParameters.of(bands), rateHertz, window);
        MelSpectrum spectrum = new MelSpectrum(window, hop, UNSCALED, bank);
        double[] signal = noise(CLIP_SECONDS * rateHertz);
        int frames = spectrum.frames(signal.length);
        measure(name, wantedSpeed, () -> {
            double[] mel = new double[frames * bands];
            spectrum.compute(signal, 0, frames, mel);
            return mel[mel.length - 1];
        });
    }

    private void cepstrum(String name, int rateHertz, int window, int hop, int bands, double share) throws Exception {
        MelFilterBank bank = new MelFilterBank(MelParameters.of(bands), rateHertz, window);
        MelSpectrum spectrum = new MelSpectrum(window, hop, UNSCALED, bank);
        CepstralCoefficients cepstrum = new CepstralCoefficients(bands, CEPSTRAL_COEFFICIENTS);
        double[] signal = noise(CLIP_SECONDS * rateHertz);
        int frames = spectrum.frames(signal.length);
        measure(name, share * speeds.getOrDefault("mel 2048/512/128 at 16 kHz", 0.0), () -> {
            double[] mel = new double[frames * bands];
            spectrum.compute(signal, 0, frames, mel);
            Decibels.LIBROSA.apply(mel);
            double[] coefficients = new double[frames * CEPSTRAL_COEFFICIENTS];
            for (int frame = 0; frame < frames; frame++) {
                cepstrum.apply(mel, frame * bands, coefficients, frame * CEPSTRAL_COEFFICIENTS);
            }
            return coefficients[coefficients.length - 1];
        });
    }

    private void path(String name, int rateHertz, int channels, double wantedSpeed) throws Exception {
        Path file = Files.createTempFile("ganglion-hearing", ".wav");
        try {
            writeNoise(file, rateHertz, channels);
            Cochlea ear = new Cochlea(CochleaParameters.DEFAULT);
            measure(name, wantedSpeed, () -> {
                AudioClip clip = AudioFiles.read(file);
                return (double) ear.hear(clip).spikes().size();
            });
        } finally {
            Files.delete(file);
        }
    }

    private static void writeNoise(Path file, int rateHertz, int channels) throws IOException {
        double[] samples = noise(CLIP_SECONDS * rateHertz);
        try (WaveWriter wave = new WaveWriter(file, rateHertz, channels, samples.length)) {
            for (double sample : samples) {
                for (int channel = 0; channel < channels; channel++) {
                    wave.write(sample);
                }
            }
        }
    }

    private static double[] noise(int length) {
        SplittableRandom random = new SplittableRandom(1);
        double[] samples = new double[length];
        for (int i = 0; i < length; i++) {
            samples[i] = random.nextDouble() - 0.5;
        }
        return samples;
    }

    private void measure(String name, double wantedSpeed, Callable<Double> hearing) throws Exception {
        if (wanted.length > 0 && Arrays.stream(wanted).noneMatch(name::contains)) {
            return;
        }
        double best = Double.POSITIVE_INFINITY;
        for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
            long start = threads.getCurrentThreadCpuTime();
            double seconds = 0;
            int runs = 0;
            while (seconds < ROUND_SECONDS) {
                sink += hearing.call();
                runs++;
                seconds = (threads.getCurrentThreadCpuTime() - start) * 1e-9;
            }
            best = round < 0 ? best : Math.min(best, seconds / runs);
        }
        speeds.put(name, CLIP_SECONDS / best);
        String goal = wantedSpeed == 0 ? "" : String.format(Locale.ROOT, "%8.0f", wantedSpeed);
        System.out.printf(Locale.ROOT, "%-58s %10.0f %8s%n", name, CLIP_SECONDS / best, goal);
    }
}
