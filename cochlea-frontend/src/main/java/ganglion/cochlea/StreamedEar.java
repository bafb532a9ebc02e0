package ganglion.cochlea;

import ganglion.cochlea.encode.CurrentInjection;
import ganglion.cochlea.expression.Expression;
import ganglion.cochlea.expression.Intonation;
import ganglion.cochlea.spectrum.CepstralCoefficients;
import java.util.Arrays;
import java.util.Optional;

/**
 * A front end that hears tick by tick. Spikes are those of {@link Cochlea#hear}, to the last bit. Constant memory. Not thread safe.
 */
public final class StreamedEar {

    private final CochleaStream stream;
    private final Optional<StreamedNumbers> numbers;
    private final int hopSamples;

    private int[] fired = new int[16];
    private int firedCount;

    /**
     * An ear at rest.
     *
     * @param parameters of the front end; gain control and framing must be causal
     * @throws IllegalArgumentException if gain control, framing or the numbers of currents look at later sound
     */
    public StreamedEar(CochleaParameters parameters) {
        this.stream = new CochleaStream(parameters, (tick, neuron) -> fire(neuron));
        this.numbers = StreamedNumbers.of(parameters);
        this.hopSamples = parameters.hopSamples();
    }

    /** Samples of a tick of the network. */
    public static int samplesPerTick(CochleaParameters parameters) {
        return parameters.hopSamples() * parameters.encoder().framesPerTick();
    }

    /**
     * Hears the next tick.
     *
     * @param samples as many as a tick has; not changed
     */
    public void hear(double[] samples) {
        firedCount = 0;
        for (int offset = 0; offset < samples.length; offset += hopSamples) {
            stream.accept(samples, offset);
            if (numbers.isPresent()) {
                numbers.get().add(stream.powers(), samples, offset);
            }
        }
    }

    private void fire(int neuron) {
        if (firedCount == fired.length) {
            fired = Arrays.copyOf(fired, 2 * firedCount);
        }
        fired[firedCount++] = neuron;
    }

    /** The drives of the last frame. Overwritten by the next. */
    public double[] drive() {
        return stream.drive();
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
     * The numbers of a {@link CurrentInjection} frame by frame, with the bits of {@link FeatureRows}: drives and their cepstral coefficients, expression
     * and intonation. Not thread safe.
     */
    private static final class StreamedNumbers {

        private final int drives;
        private final Optional<CepstralCoefficients> cepstrum;
        private final double[] coefficients;
        private final Optional<Expression.Stream> expression;
        private final Optional<Intonation.Stream> intonation;
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
                        "the currents are a contour, which is relative to the loudest moment of the whole sound;"
                                + " expected drive, cepstrum, expression or intonation for sound that is still going on");
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
