package ganglion.learning.fast.arithmetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.learning.model.Parameter;
import ganglion.learning.model.Span;
import ganglion.learning.quantise.WeightProjection;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FloatParameterTest {

    private final Parameter matrix = new Parameter("weight", new int[] {2, 3}, true, new double[] {1, 2, 3, 4, 5, 6});
    private final FloatParameter bySource = new FloatParameter(matrix, true, WeightProjection.NONE, Span.ANY);

    @Test
    void rowsAreByTargetOrBySource() {
        FloatParameter byTarget = new FloatParameter(matrix, false, WeightProjection.NONE, Span.ANY);

        assertArrayEquals(new float[][] {{1, 2, 3}, {4, 5, 6}}, byTarget.rows());
        assertArrayEquals(new float[][] {{1, 4}, {2, 5}, {3, 6}}, bySource.rows());
        assertArrayEquals(new float[3][2], bySource.zeros());
        assertTrue(bySource.trainable());
    }

    @Test
    void whatIsStoredIsInTheOrderOfTheModelAndLoadsAgain() {
        bySource.rows()[2][0] = -3;
        bySource.store();
        assertArrayEquals(new double[] {1, 2, -3, 4, 5, 6}, matrix.values());

        matrix.values()[5] = 60;
        bySource.load();

        assertEquals(60, bySource.rows()[2][1]);
    }

    @Test
    void otherValuesOfTheSameFormGoThereAndBack() {
        double[] inOrder = {10, 20, 30, 40, 50, 60};
        float[][] rows = bySource.zeros();
        bySource.fromModelOrder(inOrder, rows);
        double[] back = new double[6];

        bySource.toModelOrder(rows, back);

        assertArrayEquals(new float[] {20, 50}, rows[1]);
        assertArrayEquals(inOrder, back);
    }

    @Test
    void projectedValuesAreComputedWithAndExactOnesAreTrained() {
        FloatParameter coarse = new FloatParameter(matrix, true, new WeightProjection(2, 0), Span.ANY);
        assertNotSame(coarse.rows(), coarse.exact());
        assertArrayEquals(new float[] {2, 5}, coarse.exact()[1]);
        assertArrayEquals(new float[] {0, 6}, coarse.rows()[1], "multiples of 6, the largest weight");

        coarse.exact()[1][0] = -6;
        assertEquals(0, coarse.rows()[1][0]);
        coarse.project();

        assertEquals(-6, coarse.rows()[1][0]);
        coarse.store();
        assertArrayEquals(new double[] {1, -6, 3, 4, 5, 6}, matrix.values());
        assertSame(bySource.rows(), bySource.exact(), "exact weights are computed with as they are");
    }

    @Test
    void aCopyByTargetFollowsTheWeightsWhenItIsRefreshed() {
        double[] values = new double[40 * 3];
        Arrays.setAll(values, i -> i);
        Parameter tall = new Parameter("weight", new int[] {3, 40}, true, values);
        FloatParameter weight = new FloatParameter(tall, true, WeightProjection.NONE, Span.ANY);
        ByTarget byTarget = new ByTarget(weight);

        byTarget.refresh();

        assertEquals(40 + 33, byTarget.rows()[1][33]);
        weight.rows()[33][1] = -1;
        byTarget.refresh();
        assertEquals(-1, byTarget.rows()[1][33]);
        assertEquals(2 * 40 + 39, byTarget.rows()[2][39]);
    }
}
