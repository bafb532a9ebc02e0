package ganglion.learning.reference.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.learning.model.DropoutMask;
import ganglion.learning.model.Parameter;
import ganglion.learning.reference.layer.ReferenceLayer.DropoutLayer;
import ganglion.learning.reference.layer.ReferenceLayer.RectifierLayer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where values lie, and what the simple layers make of them. */
class SequenceTest {

    /** Two steps of two samples of three values, each its own number. */
    private final Sequence numbered =
            new Sequence(2, 2, 3, new double[] {0, 1, 2, 10, 11, 12, 100, 101, 102, 110, 111, 112});

    @Test
    void aValueLiesByStepSampleAndIndex() {
        assertEquals(112, numbered.at(1, 1, 2));
        assertEquals(10, numbered.at(0, 1, 0));
        assertEquals(6, numbered.row(1, 0));
        assertEquals(4, numbered.rows());
    }

    @Test
    void rowsMakeOneStep() {
        Sequence sequence = Sequence.of(new double[] {1, 2}, new double[] {3, 4}, new double[] {5, 6});

        assertEquals(1, sequence.steps());
        assertEquals(3, sequence.batch());
        assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, sequence.values());
    }

    @Test
    void zerosHaveTheExtentsAskedFor() {
        assertArrayEquals(new double[20], numbered.zerosOf(5).values());
        assertEquals(5, numbered.zerosOf(5).size());
        assertThrows(ArithmeticException.class, () -> Sequence.zeros(1 << 16, 1 << 16, 2));
        assertEquals(
                "found 3 values, expected 2 steps x 1 samples x 2",
                assertThrows(IllegalArgumentException.class, () -> new Sequence(2, 1, 2, new double[3]))
                        .getMessage());
    }

    @Test
    void dropoutScalesWhatItKeepsAndIsTheSameAtAllSteps() {
        DropoutMask mask = new DropoutMask(0.5, 3, 1);
        DropoutLayer layer = new DropoutLayer(mask);

        Sequence dropped = layer.forward(numbered, true);

        for (int t = 0; t < 2; t++) {
            for (int b = 0; b < 2; b++) {
                for (int i = 0; i < 3; i++) {
                    assertEquals(mask.factor(b, i) * numbered.at(t, b, i), dropped.at(t, b, i));
                }
            }
        }
        assertArrayEquals(numbered.values(), layer.forward(numbered, false).values());
    }

    @Test
    void aRectifierHasNoSlopeAtZeroAndBelow() {
        RectifierLayer layer = new RectifierLayer();

        assertArrayEquals(
                new double[] {0, 0, 3},
                layer.forward(Sequence.of(new double[] {-2, 0, 3}), true).values());
        assertArrayEquals(
                new double[] {0, 0, 7},
                layer.backward(Sequence.of(new double[] {5, 6, 7})).values());
    }

    @Test
    void parametersAreFoundByNameOrReplacedByAFallback() {
        double[] values = {1, 2};
        LayerParameters parameters = new LayerParameters(List.of(
                new Parameter("weight", new int[] {2}, true, values),
                new Parameter("bias", new int[0], true, new double[1])));

        assertSame(values, parameters.values("weight"));
        assertArrayEquals(new double[] {7, 8}, parameters.values("gain", 7, 8));
        assertSame(parameters.gradients().get(1), parameters.gradient("bias"));
        assertEquals(5, parameters.gradient("gain", 5).length);
        assertEquals(1, parameters.gradient("gain").length);
        parameters.gradient("weight")[1] = 4;
        assertEquals(4, parameters.gradients().get(0)[1]);
        parameters.clearGradients();
        assertArrayEquals(new double[2], parameters.gradients().get(0));
        assertEquals(2, parameters.values().size());
    }
}
