package ganglion.study.fourier;

import ganglion.kernel.random.CounterRandom;
import ganglion.learning.optimiser.DoubleOptimiser;
import ganglion.learning.optimiser.Rule.SgdRule;
import ganglion.learning.reference.layer.LayerChain;
import ganglion.learning.reference.layer.LayerParameters;
import ganglion.learning.reference.layer.LinearLayer;
import ganglion.learning.reference.layer.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jtransforms.fft.DoubleFFT_1D;

/**
 * Trains one linear layer on the discrete Fourier transform of white noise: stochastic gradient descent on the mean squared
 * difference of {@linkplain SignedLogarithm signed logarithms}. Frames are new in each epoch; the reported loss is that of
 * held-out frames.
 *
 * @param seed of weights and noise
 * @param window samples of a frame, an even number from 2 to {@value #LARGEST_WINDOW}
 * @param epochs 1 or more
 * @param framesAnEpoch 1 or more
 * @param batchSize frames per step, 1 or more
 * @param learningRate above 0, for the gradient of the loss's sum over the outputs of a frame
 */
public record FourierTransformTask(
        long seed, int window, int epochs, int framesAnEpoch, int batchSize, double learningRate) {

    /** Largest window: the weights grow with its square. */
    public static final int LARGEST_WINDOW = 1024;

    private static final int TEST_FRAMES = 500;
    private static final int WEIGHTS = 0;
    private static final int TRAINING = 1;
    private static final int TEST = 2;

    /** @throws IllegalArgumentException if a number is out of range */
    public FourierTransformTask {
        require(window >= 2 && window <= LARGEST_WINDOW && window % 2 == 0, "window of " + window + " samples");
        require(
                epochs >= 1 && framesAnEpoch >= 1 && batchSize >= 1,
                epochs + " epochs of " + framesAnEpoch + " frames");
        require(learningRate > 0, "learning rate of " + learningRate);
    }

    private static void require(boolean met, String found) {
        if (!met) {
            throw new IllegalArgumentException("a " + found + " is out of range");
        }
    }

    /**
     * The result of a training.
     *
     * @param losses after each epoch, on the test frames
     * @param largestError largest difference of an output to the library's transform, on the test frames
     * @param layer the learned layer
     */
    public record Result(List<Double> losses, double largestError, LearnedTransform layer) {

        /** Takes a copy of the list. */
        public Result {
            losses = List.copyOf(losses);
        }

        /** Number of epochs after which the loss was first below a bound; 0 if it never was. */
        public int epochsToReach(double loss) {
            for (int epoch = 0; epoch < losses.size(); epoch++) {
                if (losses.get(epoch) < loss) {
                    return epoch + 1;
                }
            }
            return 0;
        }
    }

    /** Trains; the listener receives the loss after each epoch. */
    public Result run(Consumer<Double> listener) {
        CounterRandom random = new CounterRandom(seed);
        Spectrum spectrum = new Spectrum(window);
        LayerParameters weights = FirstWeights.withoutBias(window, spectrum.outputs(), random.branch(WEIGHTS));
        LayerChain layer = new LayerChain().add(new LinearLayer(spectrum.outputs(), weights), weights);
        LearnedTransform learned = new LearnedTransform(window, layer);
        DoubleOptimiser optimiser =
                new DoubleOptimiser(new SgdRule(learningRate, 0, false, 0), window * spectrum.outputs());
        WhiteNoise noise = new WhiteNoise(random.branch(TRAINING), window);
        WhiteNoise heldOut = new WhiteNoise(random.branch(TEST), window);
        List<Double> losses = new ArrayList<>();
        Judgement judgement = null;
        for (int epoch = 0; epoch < epochs; epoch++) {
            for (int first = 0; first < framesAnEpoch; first += batchSize) {
                int count = Math.min(batchSize, framesAnEpoch - first);
                learn(layer, optimiser, noise, (long) epoch * framesAnEpoch + first, count, spectrum);
            }
            judgement = Judgement.of(learned, heldOut, spectrum);
            losses.add(judgement.loss);
            listener.accept(losses.get(epoch));
        }
        return new Result(losses, judgement.largestError, learned);
    }

    private void learn(
            LayerChain layer, DoubleOptimiser optimiser, WhiteNoise noise, long first, int count, Spectrum spectrum) {
        double[][] frames = new double[count][];
        for (int b = 0; b < count; b++) {
            frames[b] = noise.frame(first + b);
        }
        layer.clearGradients();
        Sequence output = layer.forward(Sequence.of(frames), true);
        Sequence gradient = Sequence.zeros(1, count, output.size());
        for (int b = 0; b < count; b++) {
            double[] target = spectrum.of(frames[b]);
            for (int k = 0; k < target.length; k++) {
                double found = output.at(0, b, k);
                double difference = SignedLogarithm.of(found) - SignedLogarithm.of(target[k]);
                gradient.values()[gradient.row(0, b) + k] = 2 * difference * SignedLogarithm.slope(found) / count;
            }
        }
        layer.addGradients(gradient);
        optimiser.step(layer.values(), layer.gradients(), learningRate);
    }

    /** The errors of a layer on held-out frames. */
    private record Judgement(double loss, double largestError) {

        static Judgement of(LearnedTransform learned, WhiteNoise frames, Spectrum spectrum) {
            double sum = 0;
            double largest = 0;
            for (int number = 0; number < TEST_FRAMES; number++) {
                double[] frame = frames.frame(number);
                double[] target = spectrum.of(frame);
                double[] output = learned.of(frame);
                for (int k = 0; k < output.length; k++) {
                    double difference = SignedLogarithm.of(output[k]) - SignedLogarithm.of(target[k]);
                    sum += difference * difference;
                    largest = Math.max(largest, Math.abs(output[k] - target[k]));
                }
            }
            return new Judgement(sum / TEST_FRAMES / spectrum.outputs(), largest);
        }
    }

    /**
     * {@code f(x) = sign(x) ln(1 + |x|)}: a logarithm for numbers of either sign. The study trained on the mean squared error "of the
     * logarithms" without saying how it took that of a negative number; this is our reading. It keeps the sign, which a logarithm of
     * magnitudes would lose, and bounds the gradient of large errors, over which the study's plain squared error overflowed.
     */
    static final class SignedLogarithm {

        private SignedLogarithm() {}

        static double of(double x) {
            return Math.copySign(StrictMath.log1p(Math.abs(x)), x);
        }

        /** Derivative at x. */
        static double slope(double x) {
            return 1 / (1 + Math.abs(x));
        }
    }

    /**
     * The discrete Fourier transform of real frames, by a library: the target of the layer. Real parts of the frequencies 0 to n/2,
     * then their imaginary parts; the rest is their mirror image. Not thread safe.
     */
    static final class Spectrum {

        private final int size;
        private final DoubleFFT_1D transform;

        /** @param size samples of a frame, an even number */
        Spectrum(int size) {
            this.size = size;
            this.transform = new DoubleFFT_1D(size);
        }

        /** Values of a spectrum. */
        int outputs() {
            return size + 2;
        }

        double[] of(double[] frame) {
            double[] packed = frame.clone();
            transform.realForward(packed);
            int half = size / 2;
            double[] spectrum = new double[outputs()];
            for (int k = 1; k < half; k++) {
                spectrum[k] = packed[2 * k];
                spectrum[half + 1 + k] = packed[2 * k + 1];
            }
            // The library puts the real part of the highest frequency where the imaginary part of the lowest would be:
            // 0.
            spectrum[0] = packed[0];
            spectrum[half] = packed[1];
            return spectrum;
        }
    }

    /** Frames of independent samples, uniform from -1 to 1. */
    record WhiteNoise(CounterRandom random, int size) {

        /** The frame of a number, always the same one. */
        double[] frame(long number) {
            double[] frame = new double[size];
            for (int i = 0; i < size; i++) {
                frame[i] = 2 * random.uniform(number * size + i) - 1;
            }
            return frame;
        }
    }
}
