package ganglion.cochlea.adjust;

import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.CochleaStream;
import ganglion.cochlea.encode.CurrentInjection;
import ganglion.cochlea.expression.Expression;
import ganglion.cochlea.expression.ExpressionStream;
import ganglion.cochlea.expression.Intonation;
import ganglion.cochlea.expression.IntonationStream;
import ganglion.cochlea.spectrum.CepstralCoefficients;
import ganglion.kernel.random.CounterRandom;
import java.util.Arrays;
import java.util.Optional;

/**
 * A front end that hears tick by tick and may be adjusted between ticks. Spikes follow from the samples and from the changes with their ticks alone; without a change
 * they are those of {@link ganglion.cochlea.Cochlea#hear}, to the last bit. Constant memory. Not thread safe.
 */
public final class AdjustableEar {

    private static final double DECIBELS_PER_FACTOR_OF_TEN = 20;

    private final CochleaStream stream;
    private final Optional<StreamedNumbers> numbers;
    private final CounterRandom random;
    private final double[] heard;
    private final double[] drives;
    private final int hopSamples;

    private double gainFactor = 1;
    private double noiseRms;
    private int[] fired = new int[16];
    private int firedCount;
    private long ticks;
    private long samplesBefore;

    /**
     * An ear at rest.
     *
     * @param parameters of the front end; gain control and framing must be causal
     * @param seed of the noise that {@link EarSetting#NOISE} adds
     * @throws IllegalArgumentException if gain control, framing or the numbers of currents look at later sound
     */
    public AdjustableEar(CochleaParameters parameters, long seed) {
        this.stream = new CochleaStream(parameters, (tick, neuron) -> fire(neuron));
        this.numbers = StreamedNumbers.of(parameters);
        this.hopSamples = parameters.hopSamples();
        this.random = new CounterRandom(seed);
        this.heard = new double[samplesPerTick(parameters)];
        this.drives = new double[stream.drive().length * parameters.encoder().framesPerTick()];
    }

    /** Samples of a tick of the network. */
    public static int samplesPerTick(CochleaParameters parameters) {
        return parameters.hopSamples() * parameters.encoder().framesPerTick();
    }

    /**
     * Changes a setting from the next tick on.
     *
     * @throws IllegalArgumentException if the value is out of range
     * @throws UnsupportedOperationException if the encoder has no threshold
     */
    public void adjust(EarSetting setting, double value) {
        setting.check(value);
        switch (setting) {
            case GAIN -> gainFactor = value == setting.neutral() ? 1 : amplitude(value);
            case NOISE -> noiseRms = value == setting.neutral() ? 0 : amplitude(value);
            case THRESHOLD -> stream.scaleThreshold(value);
            case INHIBITION -> stream.scaleInhibition(value);
        }
    }

    private static double amplitude(double decibels) {
        return Math.pow(10, decibels / DECIBELS_PER_FACTOR_OF_TEN);
    }

    /**
     * Hears the next tick.
     *
     * @param samples as many as a tick has, from the start of the array on; not changed
     */
    public void hear(double[] samples) {
        hear(samples, heard.length);
        ticks++;
    }

    /**
     * Hears the end of a sound, which is less than a tick; no spikes come of it. Nothing is heard after it.
     *
     * @param samples from the start of the array on; not changed
     * @param count number of those
     */
    void hearEnd(double[] samples, int count) {
        hear(samples, count);
        firedCount = 0;
    }

    private void hear(double[] samples, int count) {
        firedCount = 0;
        for (int i = 0; i < count; i++) {
            double sample = gainFactor == 1 ? samples[i] : samples[i] * gainFactor;
            heard[i] = noiseRms == 0 ? sample : sample + noiseRms * random.gaussian(samplesBefore + i);
        }
        int next = 0;
        for (int offset = 0; offset + hopSamples <= count; offset += hopSamples) {
            stream.accept(heard, offset, hopSamples);
            double[] drive = stream.drive();
            System.arraycopy(drive, 0, drives, next, drive.length);
            next += drive.length;
            if (numbers.isPresent()) {
                numbers.get().add(stream.powers(), heard, offset);
            }
        }
        samplesBefore += count;
    }

    private void fire(int neuron) {
        if (firedCount == fired.length) {
            fired = Arrays.copyOf(fired, 2 * firedCount);
        }
        fired[firedCount++] = neuron;
    }

    /** Number of ticks heard. */
    public long ticks() {
        return ticks;
    }

    /** The last tick's samples as they went into the filters, after gain and noise. Overwritten by the next tick. */
    public double[] heard() {
        return heard;
    }

    /** The drives of the last frame. Overwritten by the next. */
    public double[] drive() {
        return stream.drive();
    }

    /** The drives of all frames of the last tick, frame by frame. Overwritten by the next tick. */
    public double[] drives() {
        return drives;
    }

    /**
     * The numbers of the last tick, which flow into the network as currents. Overwritten by the next tick.
     *
     * @throws java.util.NoSuchElementException if the encoder gives spikes
     */
    public float[] numbers() {
        return numbers.orElseThrow().row(stream.drive());
    }

    /** Neurons that fired in the last tick, ascending; the first {@link #firedCount} elements. Overwritten by the next tick. */
    public int[] fired() {
        return fired;
    }

    /** Number of neurons that fired in the last tick. */
    public int firedCount() {
        return firedCount;
    }

    /**
     * The numbers of a {@link CurrentInjection} frame by frame, with the bits of {@link ganglion.cochlea.FeatureRows}: drives and their cepstral coefficients, expression
     * and intonation. Not thread safe.
     */
    private static final class StreamedNumbers {

        private final int drives;
        private final Optional<CepstralCoefficients> cepstrum;
        private final double[] coefficients;
        private final Optional<ExpressionStream> expression;
        private final Optional<IntonationStream> intonation;
        private final float[] numbers;

        private StreamedNumbers(CurrentInjection injection, CochleaParameters parameters) {
            int bands = parameters.mel().bands();
            double hopSeconds = parameters.hopSeconds();
            this.drives = injection.drives() ? bands : 0;
            this.cepstrum = injection.coefficients() == 0
                    ? Optional.empty()
                    : Optional.of(new CepstralCoefficients(bands, injection.coefficients()));
            this.coefficients = new double[injection.coefficients()];
            this.expression =
                    injection.expression() ? Optional.of(new Expression(bands, hopSeconds).start()) : Optional.empty();
            this.intonation = injection.intonation()
                    ? Optional.of(new Intonation(parameters.sampleRateHertz(), hopSeconds).start())
                    : Optional.empty();
            this.numbers = new float[injection.neurons(bands)];
        }

        /**
         * The numbers of an encoder that injects currents; empty of one that gives spikes.
         *
         * @throws IllegalArgumentException if the numbers need later sound
         */
        static Optional<StreamedNumbers> of(CochleaParameters parameters) {
            Optional<CurrentInjection> injection = parameters.encoder().currents();
            if (injection.isPresent() && injection.get().contour().isPresent()) {
                throw new IllegalArgumentException(
                        "the currents are a contour, which is relative to the loudest moment of the whole"
                                + " sound; expected drive, cepstrum, expression or intonation for sound that is still going on");
            }
            return injection.map(present -> new StreamedNumbers(present, parameters));
        }

        /** Takes in a frame: the powers of its bands, and the samples of its hop. */
        void add(double[] powers, double[] samples, int offset) {
            expression.ifPresent(stream -> stream.add(powers));
            intonation.ifPresent(stream -> stream.add(samples, offset));
        }

        /** The numbers after the last frame, whose drives are given; overwritten by the next call. */
        float[] row(double[] drive) {
            for (int band = 0; band < drives; band++) {
                numbers[band] = (float) drive[band];
            }
            int next = drives;
            if (cepstrum.isPresent()) {
                cepstrum.get().apply(drive, 0, coefficients, 0);
                next = put(coefficients, next);
            }
            if (expression.isPresent()) {
                next = put(expression.get().row(), next);
            }
            if (intonation.isPresent()) {
                put(intonation.get().row(), next);
            }
            return numbers;
        }

        private int put(double[] values, int next) {
            for (int i = 0; i < values.length; i++) {
                numbers[next + i] = (float) values[i];
            }
            return next + values.length;
        }
    }
}
