package ganglion.cochlea;

import ganglion.cochlea.CochleaParameters.BandFilters;
import ganglion.cochlea.gammatone.GammatoneBank;
import ganglion.cochlea.operation.CochleaStage;
import ganglion.cochlea.operation.OperationCounts;
import ganglion.cochlea.spectrum.BandStream;
import ganglion.cochlea.spectrum.MelFilterBank;
import ganglion.cochlea.spectrum.MelParameters;
import ganglion.cochlea.spectrum.MelSpectrum;
import ganglion.cochlea.spectrum.MelStream;
import ganglion.cochlea.spectrum.PowerSpectrum;
import ganglion.cochlea.spectrum.SpectrumOptions.Framing;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The first half of the front end, from sound to band powers, for every kind of filters. Thread safe. */
final class BandAnalysis {

    /** Largest number of values (frames times bands) of a spectrogram: 1 GiB. */
    private static final long MOST_VALUES = 1L << 27;

    private final CochleaParameters parameters;
    /** Null for gammatone filters. */
    private final MelFilterBank mel;
    /** Null for mel filters. */
    private final GammatoneBank gammatone;
    /** Spectra for reuse: creating one takes as long as processing a tenth of a second of sound. */
    private final Queue<MelSpectrum> idle = new ConcurrentLinkedQueue<>();

    BandAnalysis(CochleaParameters parameters) {
        this.parameters = parameters;
        MelParameters bands = parameters.mel();
        double rateHertz = parameters.sampleRateHertz();
        if (parameters.filters() == BandFilters.MEL) {
            int fftSize = parameters.spectrum().fftSizeFor(parameters.windowSamples());
            this.mel = new MelFilterBank(bands, rateHertz, fftSize, parameters.transfer());
            this.gammatone = null;
        } else {
            this.mel = null;
            double highestHertz = Math.min(bands.maximumHertz(), rateHertz / 2);
            this.gammatone = new GammatoneBank(
                    bands.bands(), bands.minimumHertz(), highestHertz, rateHertz, parameters.transfer());
        }
    }

    int bands() {
        return parameters.mel().bands();
    }

    double[] centresHertz() {
        return mel != null ? mel.centresHertz() : gammatone.centresHertz();
    }

    /** Whether a stream can give the same frames as a clip. */
    boolean causal() {
        return gammatone != null || parameters.spectrum().framing() == Framing.CAUSAL;
    }

    /** Operations per frame, stage by stage. */
    Map<CochleaStage, OperationCounts> operationsPerFrame() {
        if (mel == null) {
            return Map.of(CochleaStage.BANDS, gammatone.operationsPerFrame(parameters.hopSamples(), output()));
        }
        int window = parameters.windowSamples();
        return Map.of(
                CochleaStage.WINDOW, PowerSpectrum.operationsOfWindow(window),
                CochleaStage.TRANSFORM,
                        PowerSpectrum.operationsOfTransform(
                                parameters.spectrum().fftSizeFor(window)),
                CochleaStage.BANDS, mel.operationsPerFrame());
    }

    private GammatoneBank.Output output() {
        return parameters.filters() == BandFilters.HAIR_CELLS
                ? GammatoneBank.Output.HAIR_CELL
                : GammatoneBank.Output.POWER;
    }

    BandStream start() {
        if (mel != null) {
            return new MelStream(parameters.windowSamples(), parameters.hopSamples(), parameters.spectrum(), mel);
        }
        return gammatone.start(parameters.hopSamples(), output());
    }

    /**
     * The band powers of a clip, frame after frame.
     *
     * @throws IllegalArgumentException if they are too many for the memory
     */
    double[] powers(double[] samples) {
        if (mel == null) {
            return streamed(samples);
        }
        MelSpectrum known = idle.poll();
        MelSpectrum spectrum = known == null ? newSpectrum() : known;
        int frames = spectrum.frames(samples.length);
        double[] powers = new double[size(frames)];
        spectrum.compute(samples, 0, frames, powers);
        idle.offer(spectrum);
        return powers;
    }

    private MelSpectrum newSpectrum() {
        return new MelSpectrum(parameters.windowSamples(), parameters.hopSamples(), parameters.spectrum(), mel);
    }

    private double[] streamed(double[] samples) {
        int hop = parameters.hopSamples();
        int frames = samples.length / hop;
        double[] powers = new double[size(frames)];
        BandStream stream = start();
        for (int frame = 0; frame < frames; frame++) {
            stream.next(samples, frame * hop, powers, frame * bands());
        }
        return powers;
    }

    private int size(int frames) {
        if ((long) frames * bands() > MOST_VALUES) {
            throw new IllegalArgumentException(
                    frames + " frames of " + bands() + " bands are too many, expected at most " + MOST_VALUES
                            + " values: choose a longer hop or a shorter clip");
        }
        return frames * bands();
    }
}
