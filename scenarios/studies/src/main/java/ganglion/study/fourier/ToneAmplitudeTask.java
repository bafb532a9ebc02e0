package ganglion.study.fourier;

import ganglion.kernel.random.CounterRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

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
}
