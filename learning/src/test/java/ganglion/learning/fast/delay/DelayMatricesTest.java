package ganglion.learning.fast.delay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.parallel.TaskRunner;
import ganglion.learning.delay.SynapseDelays;
import ganglion.learning.fast.arithmetic.FloatParameter;
import ganglion.learning.model.Parameter;
import ganglion.learning.quantise.WeightProjection;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** When matrices are worth their memory. */
class DelayMatricesTest {

    private static FloatParameter parameter(String name) {
        double[] values = new double[9];
        Arrays.fill(values, 2);
        return new FloatParameter(new Parameter(name, new int[] {3, 3}, true, values), true, WeightProjection.NONE);
    }

    @Test
    void theirMemoryIsGivenBackWhenTheSpreadHasNarrowed() {
        SynapseDelays delays = new SynapseDelays(70, 1, true, 20, 0.5, 0.5);
        SpreadTable table = new SpreadTable(delays, parameter("recurrent_weight"), parameter("recurrent_delay"));
        DelayMatrices matrices = new DelayMatrices(table);

        table.spread(0, TaskRunner.SEQUENTIAL);
        matrices.read(TaskRunner.SEQUENTIAL);
        assertTrue(matrices.pay());
        assertEquals(3, matrices.bySource(70).length);

        table.spread(0.5, TaskRunner.SEQUENTIAL);
        matrices.read(TaskRunner.SEQUENTIAL);
        assertFalse(matrices.pay());
        assertThrows(IndexOutOfBoundsException.class, () -> matrices.bySource(0));
        assertThrows(IndexOutOfBoundsException.class, () -> matrices.byTarget(0));
    }

    @Test
    void largeLayersWithLongBoundsHaveNone() {
        assertTrue(DelayMatrices.pay(256, 25, 26));
        assertTrue(DelayMatrices.pay(1_000, 49, 26));
        assertFalse(DelayMatrices.pay(1_000, 50, 26));
        assertFalse(DelayMatrices.pay(256, 10_000, 10_001));
        assertFalse(DelayMatrices.pay(1_000_000, 25, 26));
    }
}
