package ganglion.learning.reference.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import ganglion.learning.reference.layer.ReferenceLayer.GridLayer;
import org.junit.jupiter.api.Test;

class GridLayerTest {

    private static double[] through(GridLayer layer, double... values) {
        return layer.forward(Sequence.of(values), false).values();
    }

    @Test
    void valuesAreRoundedToMultiplesOfTheStepAndClipped() {
        GridLayer layer = new GridLayer(0.25, 1);

        assertArrayEquals(new double[] {1, 0.25, 0, -0.5, -1}, through(layer, 7, 0.3, 0.1, -0.4, -1.01));
    }

    @Test
    void aHalfIsRoundedToTheEvenMultiple() {
        assertArrayEquals(new double[] {0, 2, -2, 4}, through(new GridLayer(1, 9), 0.5, 1.5, -1.5, 4.5));
    }

    @Test
    void withoutAStepNothingIsRounded() {
        Sequence input = Sequence.of(new double[] {0.3, 9});

        assertSame(input, new GridLayer(0, 0).forward(input, false));
    }

    @Test
    void theGradientIsThatOfTheIdentity() {
        Sequence gradient = Sequence.of(new double[] {0.3});

        assertSame(gradient, new GridLayer(0.5, 1).backward(gradient));
    }
}
