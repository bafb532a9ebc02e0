package ganglion.study.fourier;

import ganglion.kernel.random.CounterRandom;
import ganglion.learning.optimiser.AdamRule;
import ganglion.learning.optimiser.DoubleOptimiser;
import java.util.Arrays;
import java.util.List;

/** The study's network on top of a spectrum: batch normalisation, a dense layer of 64, a dense layer of nine. */
final class AmplitudeNetwork {

    private static final int HIDDEN = 64;

    private final boolean rectified;
    private final BatchNorm norm;
    private final LinearLayer hidden;
    private final LinearLayer readOut;
    private final double[] hiddenBias = new double[HIDDEN];
    private final double[] readOutBias;
    private final double[] hiddenBiasGradient = new double[HIDDEN];
    private final double[] readOutBiasGradient;
    private final List<double[]> parameters;
    private final List<double[]> gradients;
    private final DoubleOptimiser optimiser;

    /** @param rectified whether the hidden layer passes on positive values only; else it is linear */
    AmplitudeNetwork(int inputs, int outputs, boolean rectified, double learningRate, CounterRandom random) {
        this.rectified = rectified;
        this.norm = new BatchNorm(inputs);
        this.hidden = new LinearLayer(inputs, HIDDEN, random.branch(0));
        this.readOut = new LinearLayer(HIDDEN, outputs, random.branch(1));
        this.readOutBias = new double[outputs];
        this.readOutBiasGradient = new double[outputs];
        this.parameters =
                List.of(norm.scale(), norm.shift(), hidden.weights(), hiddenBias, readOut.weights(), readOutBias);
        this.gradients = List.of(
                norm.scaleGradient(),
                norm.shiftGradient(),
                hidden.gradient(),
                hiddenBiasGradient,
                readOut.gradient(),
                readOutBiasGradient);
        this.optimiser = new DoubleOptimiser(
                AdamRule.of(AdamRule.Variant.NADAM, learningRate),
                parameters.stream().mapToInt(values -> values.length).toArray());
    }

    double[] apply(double[] spectrum) {
        return plus(readOut.apply(activate(norm.apply(spectrum))), readOutBias);
    }

    private double[] activate(double[] normalised) {
        double[] values = plus(hidden.apply(normalised), hiddenBias);
        for (int i = 0; rectified && i < values.length; i++) {
            values[i] = Math.max(0, values[i]);
        }
        return values;
    }

    private static double[] plus(double[] values, double[] bias) {
        for (int i = 0; i < values.length; i++) {
            values[i] += bias[i];
        }
        return values;
    }

    /** One step on the mean absolute error of a batch. */
    void learn(double[][] spectra, double[][] targets, double learningRate, boolean normHeld) {
        gradients.forEach(gradient -> Arrays.fill(gradient, 0));
        double[][] normalised = norm.train(spectra, normHeld);
        double[][] normGradient = new double[spectra.length][];
        for (int b = 0; b < spectra.length; b++) {
            double[] activity = activate(normalised[b]);
            double[] output = plus(readOut.apply(activity), readOutBias);
            for (int o = 0; o < output.length; o++) {
                output[o] = Math.signum(output[o] - targets[b][o]) / output.length / spectra.length;
                readOutBiasGradient[o] += output[o];
            }
            readOut.addGradient(activity, output);
            double[] slope = readOut.backward(output);
            for (int i = 0; i < HIDDEN; i++) {
                slope[i] = rectified && activity[i] <= 0 ? 0 : slope[i];
                hiddenBiasGradient[i] += slope[i];
            }
            hidden.addGradient(normalised[b], slope);
            normGradient[b] = hidden.backward(slope);
        }
        norm.addGradient(normGradient);
        optimiser.step(parameters, gradients, learningRate);
    }
}
