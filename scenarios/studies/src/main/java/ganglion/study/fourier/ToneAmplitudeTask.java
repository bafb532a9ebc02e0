package ganglion.study.fourier;

import ganglion.kernel.random.CounterRandom;
import ganglion.learning.model.Layer.BatchNormalisation;
import ganglion.learning.model.LayerShape;
import ganglion.learning.optimiser.DoubleOptimiser;
import ganglion.learning.optimiser.Rule.AdamRule;
import ganglion.learning.reference.layer.BatchNormalisationLayer;
import ganglion.learning.reference.layer.LayerChain;
import ganglion.learning.reference.layer.LayerParameters;
import ganglion.learning.reference.layer.LinearLayer;
import ganglion.learning.reference.layer.ReferenceLayer.RectifierLayer;
import ganglion.learning.reference.layer.Sequence;
import ganglion.study.fourier.ToneAmplitudeTask.Accuracy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Reads the amplitudes of nine tones off a learned Fourier transform, as the founding study did: batch normalisation, a dense layer of
 * 64, a dense layer of nine, mean absolute error, NAdam. Mixtures are new in each epoch; results are those of held-out mixtures.
 *
 * @param seed of weights and mixtures
 * @param transform the training of the layer below, which is fixed afterwards
 * @param randomPhases whether tones start at random phases; else all at a zero crossing
 * @param otherTones number of tones of unknown frequency besides the nine, 0 to {@value #MOST_OTHER_TONES}
 * @param rectified whether the hidden layer is rectified; else linear
 * @param heldAfterEpochs epochs after which the statistics of the batch normalisation are held; all of them if they never are
 * @param epochs 1 or more
 * @param mixturesAnEpoch 1 or more
 * @param batchSize mixtures per step, 2 or more
 * @param learningRate at the start, above 0; falls to 0 as half a cosine
 */
public record ToneAmplitudeTask(
        long seed,
        FourierTransformTask transform,
        boolean randomPhases,
        int otherTones,
        boolean rectified,
        int heldAfterEpochs,
        int epochs,
        int mixturesAnEpoch,
        int batchSize,
        double learningRate) {

    /** Most tones besides the nine. */
    public static final int MOST_OTHER_TONES = 100;

    /** Largest error of an amplitude that is right to three decimals. */
    public static final double THREE_DECIMALS = 0.0005;

    private static final int TEST_MIXTURES = 2000;
    private static final int WEIGHTS = 10;
    private static final int TRAINING = 11;
    private static final int TEST = 12;

    /** @throws IllegalArgumentException if a number is out of range */
    public ToneAmplitudeTask {
        boolean counts = epochs >= 1 && mixturesAnEpoch >= 1 && batchSize >= 2 && heldAfterEpochs >= 0;
        if (!counts || otherTones < 0 || otherTones > MOST_OTHER_TONES || !(learningRate > 0)) {
            throw new IllegalArgumentException("found " + epochs + " epochs, held after " + heldAfterEpochs + ", "
                    + mixturesAnEpoch + " mixtures in batches of " + batchSize + ", " + otherTones
                    + " other tones and a learning rate of " + learningRate);
        }
    }

    /**
     * The accuracy of estimated amplitudes.
     *
     * @param meanError mean absolute error
     * @param exactShare share of the amplitudes that are right to three decimals: off by less than 0.0005
     */
    public record Accuracy(double meanError, double exactShare) {}

    /**
     * The result of a training.
     *
     * @param epochs accuracy after each epoch
     * @param leastSquares accuracy of the best linear read-out of the same spectra, by least squares
     * @param transformError largest error of the learned transform below
     */
    public record Result(List<Accuracy> epochs, Accuracy leastSquares, double transformError) {

        /** Takes a copy of the list. */
        public Result {
            epochs = List.copyOf(epochs);
        }

        /** Number of the epoch with the largest share of exact amplitudes, from 1. */
        public int bestEpoch() {
            int best = 0;
            for (int epoch = 1; epoch < epochs.size(); epoch++) {
                best = epochs.get(epoch).exactShare() > epochs.get(best).exactShare() ? epoch : best;
            }
            return best + 1;
        }

        /** Accuracy after the best epoch. */
        public Accuracy best() {
            return epochs.get(bestEpoch() - 1);
        }
    }

    /** Trains; the listener receives the accuracy after each epoch. */
    public Result run(Consumer<Accuracy> listener) {
        FourierTransformTask.Result learned = transform.run(loss -> {});
        LearnedTransform spectrum = learned.layer();
        CounterRandom random = new CounterRandom(seed);
        ToneMixtures training = mixtures(random.branch(TRAINING));
        ToneMixtures heldOut = mixtures(random.branch(TEST));
        AmplitudeNetwork network = new AmplitudeNetwork(
                spectrum.outputs(), ToneMixtures.TONES_HERTZ.length, rectified, learningRate, random.branch(WEIGHTS));
        List<Accuracy> accuracies = new ArrayList<>();
        for (int epoch = 0; epoch < epochs; epoch++) {
            learn(network, spectrum, training, epoch);
            accuracies.add(AmplitudeErrors.of(heldOut, TEST_MIXTURES, frame -> network.apply(spectrum.of(frame))));
            listener.accept(accuracies.get(epoch));
        }
        LeastSquares linear = LeastSquares.fit(training, Math.min(mixturesAnEpoch, 20_000), spectrum::of);
        Accuracy bound = AmplitudeErrors.of(heldOut, TEST_MIXTURES, frame -> linear.apply(spectrum.of(frame)));
        return new Result(accuracies, bound, learned.largestError());
    }

    private ToneMixtures mixtures(CounterRandom random) {
        return new ToneMixtures(random, transform.window(), randomPhases, otherTones);
    }

    private void learn(AmplitudeNetwork network, LearnedTransform spectrum, ToneMixtures mixtures, int epoch) {
        for (int first = 0; first + batchSize <= mixturesAnEpoch; first += batchSize) {
            double[][] spectra = new double[batchSize][];
            double[][] amplitudes = new double[batchSize][];
            for (int b = 0; b < batchSize; b++) {
                ToneMixtures.Mixture mixture = mixtures.at((long) epoch * mixturesAnEpoch + first + b);
                spectra[b] = spectrum.of(mixture.frame());
                amplitudes[b] = mixture.amplitudes();
            }
            double done = (epoch + (double) first / mixturesAnEpoch) / epochs;
            double rate = learningRate * (1 + StrictMath.cos(Math.PI * done)) / 2;
            network.learn(spectra, amplitudes, rate, epoch >= heldAfterEpochs);
        }
    }

    /** The errors of estimated amplitudes of mixtures. */
    static final class AmplitudeErrors {

        private AmplitudeErrors() {}

        static Accuracy of(ToneMixtures mixtures, int count, UnaryOperator<double[]> amplitudes) {
            double sum = 0;
            int exact = 0;
            int values = 0;
            for (int number = 0; number < count; number++) {
                ToneMixtures.Mixture mixture = mixtures.at(number);
                double[] found = amplitudes.apply(mixture.frame());
                for (int tone = 0; tone < found.length; tone++) {
                    double error = Math.abs(found[tone] - mixture.amplitudes()[tone]);
                    sum += error;
                    exact += error < ToneAmplitudeTask.THREE_DECIMALS ? 1 : 0;
                    values++;
                }
            }
            return new Accuracy(sum / values, (double) exact / values);
        }
    }

    /** The study's network on top of a spectrum: batch normalisation, a dense layer of 64, a dense layer of nine. */
    static final class AmplitudeNetwork {

        private static final int HIDDEN = 64;

        private final BatchNormalisationLayer norm;
        private final LayerChain layers = new LayerChain();
        private final DoubleOptimiser optimiser;

        /** @param rectified whether the hidden layer is rectified; else it is linear */
        AmplitudeNetwork(int inputs, int outputs, boolean rectified, double learningRate, CounterRandom random) {
            BatchNormalisation normalisation = BatchNormalisation.of(1);
            LayerShape shape = LayerShape.of(inputs);
            LayerParameters ofNorm =
                    new LayerParameters(normalisation.createParameters(shape, new SplittableRandom(0)));
            norm = new BatchNormalisationLayer(normalisation, shape, ofNorm);
            layers.add(norm, ofNorm);
            addDense(inputs, HIDDEN, random.branch(0));
            if (rectified) {
                layers.add(new RectifierLayer());
            }
            addDense(HIDDEN, outputs, random.branch(1));
            optimiser = new DoubleOptimiser(
                    AdamRule.of(AdamRule.Variant.NADAM, learningRate),
                    layers.values().stream().mapToInt(values -> values.length).toArray());
        }

        private void addDense(int inputs, int outputs, CounterRandom random) {
            LayerParameters parameters = FirstWeights.withBias(inputs, outputs, random);
            layers.add(new LinearLayer(outputs, parameters), parameters);
        }

        double[] apply(double[] spectrum) {
            return layers.forward(new Sequence(1, 1, spectrum.length, spectrum), false)
                    .values();
        }

        /** One step on the mean absolute error of a batch. */
        void learn(double[][] spectra, double[][] targets, double learningRate, boolean normHeld) {
            norm.hold(normHeld);
            layers.clearGradients();
            Sequence output = layers.forward(Sequence.of(spectra), true);
            Sequence gradient = Sequence.zeros(1, output.batch(), output.size());
            for (int b = 0; b < spectra.length; b++) {
                for (int o = 0; o < output.size(); o++) {
                    double sign = Math.signum(output.at(0, b, o) - targets[b][o]);
                    gradient.values()[gradient.row(0, b) + o] = sign / output.size() / spectra.length;
                }
            }
            layers.addGradients(gradient);
            optimiser.step(layers.values(), layers.gradients(), learningRate);
        }
    }

    /**
     * The best linear read-out with a constant, by the normal equations with a trace of regularisation, since some parts of a spectrum
     * depend on each other. No linear network has a smaller squared error.
     */
    static final class LeastSquares {

        private static final double RIDGE = 1e-12;

        private final double[][] weights;

        private LeastSquares(double[][] weights) {
            this.weights = weights;
        }

        static LeastSquares fit(ToneMixtures mixtures, int count, UnaryOperator<double[]> features) {
            double[][] gram = null;
            double[][] right = null;
            for (int number = 0; number < count; number++) {
                ToneMixtures.Mixture mixture = mixtures.at(number);
                double[] x = withConstant(features.apply(mixture.frame()));
                double[] y = mixture.amplitudes();
                gram = gram == null ? new double[x.length][x.length] : gram;
                right = right == null ? new double[x.length][y.length] : right;
                for (int i = 0; i < x.length; i++) {
                    add(gram[i], x[i], x);
                    add(right[i], x[i], y);
                }
            }
            for (int i = 0; i < gram.length; i++) {
                gram[i][i] += RIDGE * count;
            }
            return new LeastSquares(solve(gram, right));
        }

        private static double[] withConstant(double[] values) {
            double[] extended = Arrays.copyOf(values, values.length + 1);
            extended[values.length] = 1;
            return extended;
        }

        private static void add(double[] sum, double factor, double[] values) {
            for (int i = 0; i < values.length; i++) {
                sum[i] += factor * values[i];
            }
        }

        /** Gauss's elimination, without a search for pivots, as the matrix is positive definite. */
        private static double[][] solve(double[][] a, double[][] b) {
            int n = a.length;
            for (int pivot = 0; pivot < n; pivot++) {
                for (int row = pivot + 1; row < n; row++) {
                    double factor = -a[row][pivot] / a[pivot][pivot];
                    add(a[row], factor, a[pivot]);
                    add(b[row], factor, b[pivot]);
                }
            }
            for (int row = n - 1; row >= 0; row--) {
                for (int later = row + 1; later < n; later++) {
                    add(b[row], -a[row][later], b[later]);
                }
                for (int i = 0; i < b[row].length; i++) {
                    b[row][i] /= a[row][row];
                }
            }
            return b;
        }

        double[] apply(double[] values) {
            double[] x = withConstant(values);
            double[] y = new double[weights[0].length];
            for (int i = 0; i < x.length; i++) {
                add(y, x[i], weights[i]);
            }
            return y;
        }
    }
}
