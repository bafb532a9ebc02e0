package ganglion.learning.fast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import ganglion.kernel.parallel.TaskRunner;
import ganglion.learning.fast.arithmetic.FloatParameter;
import ganglion.learning.model.Dense;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Parameter;
import ganglion.learning.quantise.WeightProjection;
import ganglion.runtime.ThreadedTasks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradientSumTest {

    private static final int ROWS = 700;

    private static FloatParameter parameter(int rows, int columns, boolean trainable) {
        return new FloatParameter(
                new Parameter("p", new int[] {rows, columns}, trainable, new double[rows * columns]),
                false,
                WeightProjection.NONE);
    }

    /** Three parameters, of which the first needs several tasks. */
    private final List<FloatParameter> parameters =
            List.of(parameter(ROWS, 200, true), parameter(1, 3, true), parameter(2, 2, false));

    private final Model model = Model.create(LayerShape.of(1), List.of(new Dense(1, true), Neurons.leaky(0.5)), 0);

    private List<Slice> slices(int count) {
        FastParameters ofModel = new FastParameters(model, WeightProjection.NONE);
        List<Slice> slices = new ArrayList<>();
        for (int s = 0; s < count; s++) {
            slices.add(new Slice(model, ofModel, 1, 0));
        }
        return slices;
    }

    private static void fill(float[][] rows, float value) {
        Arrays.stream(rows).forEach(row -> Arrays.fill(row, value));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void theGradientsOfSlicesAreAddedAndCleared(int threads) {
        List<Slice> slices = slices(3);
        fill(slices.get(0).gradients().of(parameters.get(0)), 1);
        fill(slices.get(2).gradients().of(parameters.get(0)), 2.5f);
        fill(slices.get(1).gradients().of(parameters.get(1)), -2);
        fill(slices.get(1).gradients().of(parameters.get(2)), 100);
        GradientSum sum = new GradientSum(parameters);
        AtomicIntegerArray handedOn = new AtomicIntegerArray(ROWS + 3);
        TaskRunner workers = new ThreadedTasks(threads);
        sum.collect(slices, null, workers, (p, from, until) -> {
            for (int r = from; r < until; r++) {
                handedOn.incrementAndGet(p == 0 ? r : ROWS + p - 1 + r);
            }
        });

        assertEquals(3.5f, sum.rows(0)[ROWS - 1][199]);
        assertArrayEquals(new float[] {-2, -2, -2}, sum.rows(1)[0]);
        assertEquals(100, sum.rows(2)[1][1]);
        for (int r = 0; r < handedOn.length(); r++) {
            assertEquals(1, handedOn.get(r), "row " + r);
        }
        assertEquals(0, slices.get(2).gradients().of(parameters.get(0))[5][5], "ready for the next batch");
        assertNull(slices.get(0).gradients().ifPresent(parameters.get(1)));
        sum.collect(slices, null, workers, (p, from, until) -> {});
        assertEquals(0, sum.rows(0)[0][0]);
    }

    @Test
    void theNormIsThatOfTrainableParameters() {
        List<Slice> slices = slices(1);
        fill(slices.get(0).gradients().of(parameters.get(0)), 0.5f);
        fill(slices.get(0).gradients().of(parameters.get(1)), 3);
        fill(slices.get(0).gradients().of(parameters.get(2)), 1000);
        GradientSum sum = new GradientSum(parameters);
        TaskRunner workers = TaskRunner.SEQUENTIAL;
        sum.collect(slices, null, workers, (p, from, until) -> {});

        assertEquals(Math.sqrt(ROWS * 200 * 0.25 + 3 * 9), sum.norm(), 1e-9);
        sum.scale(1, 0, 1, 0.5f);
        assertArrayEquals(new float[] {1.5f, 1.5f, 1.5f}, sum.rows(1)[0]);
    }
}
