package ganglion.hardware.precision;

import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.model.Lif;

/**
 * A population in units of one step.
 *
 * @param model its neurons, of which one step is 1
 * @param largestThresholdError largest change of a threshold by rounding, in the units of the given network
 */
record QuantisedLif(GridLif model, double largestThresholdError) {

    static QuantisedLif of(Lif lif, int size, double step, long largest) {
        LifParameters given = lif.parameters();
        double[] threshold = rounded(given.threshold(), size, step);
        double error = 0;
        for (int i = 0; i < size; i++) {
            error = Math.max(
                    error, Math.abs(threshold[i] * step - given.threshold().at(i)));
        }
        double[] reset = rounded(given.resetPotential(), size, step);
        double[] drive = new double[size];
        for (int i = 0; i < size; i++) {
            double perTick =
                    (1 - given.beta().at(i)) * given.rest().at(i) + given.bias().at(i);
            drive[i] = Math.rint(perTick / step);
            // Rounding must not make a threshold zero, nor raise a reset to it: the neuron would fire in every tick.
            threshold[i] = given.threshold().at(i) > 0 ? Math.max(1, threshold[i]) : threshold[i];
            reset[i] = Math.min(reset[i], threshold[i] - 1);
        }
        LifParameters whole = new LifParameters(
                given.beta(),
                NeuronValues.each(threshold),
                given.strict(),
                given.reset(),
                given.delayedReset(),
                NeuronValues.each(reset),
                NeuronValues.of(0),
                NeuronValues.each(drive),
                NeuronValues.each(rounded(given.initialPotential(), size, step)),
                given.refractoryTicks());
        return new QuantisedLif(new GridLif(whole, 1, largest), error);
    }

    private static double[] rounded(NeuronValues values, int size, double step) {
        double[] whole = new double[size];
        for (int i = 0; i < size; i++) {
            whole[i] = Math.rint(values.at(i) / step);
        }
        return whole;
    }
}
