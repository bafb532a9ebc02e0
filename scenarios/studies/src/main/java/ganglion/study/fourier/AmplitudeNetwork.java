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
import java.util.SplittableRandom;

/** The study's network on top of a spectrum: batch normalisation, a dense layer of 64, a dense layer of nine. */
final class AmplitudeNetwork {

    private static final int HIDDEN = 64;

    private final BatchNormalisationLayer norm;
    private final LayerChain layers = new LayerChain();
    private final DoubleOptimiser optimiser;

    /** @param rectified whether the hidden layer is rectified; else it is linear */
    AmplitudeNetwork(int inputs, int outputs, boolean rectified, double learningRate, CounterRandom random) {
        BatchNormalisation normalisation = BatchNormalisation.of(1);
        LayerShape shape = LayerShape.of(inputs);
        LayerParameters ofNorm = new LayerParameters(normalisation.createParameters(shape, new SplittableRandom(0)));
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
