package ganglion.learning.reference.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.learning.model.Layer.BatchNormalisation;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Parameter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The statistics of batch normalisation: those of a batch, the running ones, and running ones that are held. */
class RunningStatisticsTest {

    private static final BatchNormalisation SPEC = BatchNormalisation.of(1);

    private final List<Parameter> parameters = SPEC.createParameters(LayerShape.of(1), null);
    private final BatchNormalisationLayer layer =
            new BatchNormalisationLayer(SPEC, LayerShape.of(1), new LayerParameters(parameters));

    private static Sequence batch(double... values) {
        return new Sequence(1, values.length, 1, values);
    }

    private double runningMean() {
        return parameters.get(2).values()[0];
    }

    private double runningVariance() {
        return parameters.get(3).values()[0];
    }

    @Test
    void trainingBringsABatchToMeanZeroAndVarianceOne() {
        double[] output = layer.forward(batch(1, 3, 5, 7), true).values();

        double deviation = Math.sqrt(5 + 1e-5);
        assertArrayEquals(new double[] {-3 / deviation, -1 / deviation, 1 / deviation, 3 / deviation}, output, 1e-12);
    }

    @Test
    void runningStatisticsTakeATenthOfTheBatchAndItsUnbiasedVariance() {
        layer.forward(batch(1, 3, 8), true);

        // Mean 4, squares 9 + 1 + 16 over 3 - 1; they start from mean 0 and variance 1.
        assertEquals(0.1 * 4, runningMean(), 1e-12);
        assertEquals(1 + 0.1 * (13 - 1), runningVariance(), 1e-12);
        double expected = (2 - runningMean()) / Math.sqrt(runningVariance() + 1e-5);
        assertEquals(expected, layer.forward(batch(2), false).values()[0], 1e-12);
    }

    @Test
    void aBatchOfOneValueHasTheVarianceZero() {
        layer.forward(batch(6), true);

        assertEquals(0.6, runningMean(), 1e-12);
        assertEquals(0.9, runningVariance(), 1e-12);
    }

    @Test
    void heldStatisticsStayAndNormaliseInTraining() {
        layer.forward(batch(1, 3, 8), true);
        double mean = runningMean();
        double variance = runningVariance();
        layer.hold(true);

        double[] trained = layer.forward(batch(2, 100), true).values();

        assertEquals(mean, runningMean());
        assertEquals(variance, runningVariance());
        assertArrayEquals(layer.forward(batch(2, 100), false).values(), trained, 1e-12);
        layer.hold(false);
        layer.forward(batch(2, 100), true);
        assertEquals(mean + 0.1 * (51 - mean), runningMean(), 1e-12);
    }
}
