package ganglion.scenario.experiment.outcome;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
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

    /**
     * Loss and accuracy while a classifier learns, in training and, where there is one, in validation.
     *
     * @param epochs figures of the epochs, as they stand in results
     */
    public static List<TrainingOutcome.Chart> lossAndAccuracy(ArrayNode epochs) {
        return List.of(chart("Loss", "", epochs, 1), chart("Accuracy", "%", epochs, 100));
    }

    private static TrainingOutcome.Chart chart(String figure, String unit, ArrayNode epochs, double factor) {
        List<TrainingOutcome.Curve> curves = new ArrayList<>();
        for (String set : List.of("training", "validation")) {
            if (set.equals("training") || epochs.path(0).has(set + figure)) {
                List<Double> values = new ArrayList<>();
                epochs.forEach(epoch -> values.add(epoch.path(set + figure).asDouble(Double.NaN)));
                curves.add(of(set, values, value -> factor * value));
            }
        }
        return new TrainingOutcome.Chart(figure, "epoch", unit, curves);
    }
}
