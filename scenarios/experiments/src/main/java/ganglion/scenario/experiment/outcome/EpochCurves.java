package ganglion.scenario.experiment.outcome;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Curves over epochs, counted from 1. */
public final class EpochCurves {

    private EpochCurves() {}

    /**
     * A curve of one value per epoch.
     *
     * @param values of the epochs, from the first on
     * @param shown the drawn number of a value
     */
    public static TrainingOutcome.Curve of(String name, List<Double> values, DoubleUnaryOperator shown) {
        double[] x = new double[values.size()];
        double[] y = new double[values.size()];
        for (int epoch = 0; epoch < x.length; epoch++) {
            x[epoch] = epoch + 1;
            y[epoch] = shown.applyAsDouble(values.get(epoch));
        }
        return new TrainingOutcome.Curve(name, x, y);
    }
}
