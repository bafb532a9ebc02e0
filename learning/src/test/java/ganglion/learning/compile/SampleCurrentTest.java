package ganglion.learning.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.learning.compile.CompiledModel.SampleCurrent;
import ganglion.learning.reference.layer.Sequence;
import org.junit.jupiter.api.Test;

/** Numbers as a current, at the ticks at which a compiled network needs them. */
class SampleCurrentTest {

    private static SampleCurrent current() {
        Sequence values = Sequence.zeros(2, 1, 3);
        System.arraycopy(new double[] {1, -2, 3, 4, 5, -6}, 0, values.values(), 0, 6);
        return SampleCurrent.of(values, new double[] {0.5, 0.25, -0.125});
    }

    private static double[] at(long tick, int first, int count) {
        double[] input = new double[2 * count];
        current().addTo(tick, first, count, input, 0, count);
        return input;
    }

    @Test
    void theRowOfAStepFlowsATickLaterWithWhatAlwaysFlowsAndThenOnlyThat() {
        assertEquals(1, current().nextTick(0));
        assertEquals(7, current().nextTick(7));
        assertArrayEquals(new double[] {1.5, 0, 2.875, 0, -1.75, 0}, at(1, 0, 3));
        assertArrayEquals(new double[] {4.5, 5.25, 0, 0, 0, -6.125}, at(2, 0, 3));
        assertArrayEquals(new double[] {0.5, 0.25, 0, 0, 0, -0.125}, at(3, 0, 3));
    }

    @Test
    void aPartOfThePopulationGetsItsOwnPart() {
        assertArrayEquals(new double[] {0, 2.875, -1.75, 0}, at(1, 1, 2));
        assertArrayEquals(new double[] {0, -6.125}, at(2, 2, 1));
    }

    @Test
    void isForAPopulationOfItsSizeOnly() {
        current().checkSize(3);
        assertThrows(IllegalArgumentException.class, () -> current().checkSize(4));
    }
}
