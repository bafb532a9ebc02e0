package ganglion.learning.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.learning.model.Layer.BatchNormalisation;
import ganglion.learning.model.Layer.Dropout;
import ganglion.learning.model.LayerShape.Window;
import ganglion.learning.model.Parameter.Initial;
import ganglion.learning.model.Parameter.ParameterShape;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small values that layers are made of: shapes, windows, settings, parameters and masks. */
class SettingsTest {

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "1, 0, 1", "1, 1, -3", "65536, 65536, 1", "1, 65536, 32768"})
    void shapesThatAreEmptyOrTooLargeAreRefused(int channels, int height, int width) {
        assertThrows(IllegalArgumentException.class, () -> new LayerShape(channels, height, width));
    }

    @ParameterizedTest
    @CsvSource({
        // window: height, width, stride, paddings; input: height, width; output: height, width
        "3, 3, 1, 0, 0,  5, 7,  3, 5",
        "3, 3, 2, 1, 1,  5, 7,  3, 4",
        "1, 4, 3, 0, 2,  2, 9,  1, 4",
        "5, 5, 1, 0, 0,  5, 5,  1, 1",
        "2, 3, 1, 1, 0,  1, 3,  2, 1"
    })
    void aWindowGivesAPlaceForEachStride(
            int height,
            int width,
            int stride,
            int padHeight,
            int padWidth,
            int rows,
            int columns,
            int out,
            int across) {
        Window window = new Window(height, width, stride, padHeight, padWidth);

        assertEquals(new LayerShape(6, out, across), window.outputShape(new LayerShape(2, rows, columns), 6));
    }

    @Test
    void windowsThatCannotBeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Window(0, 1, 1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Window(1, 0, 1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Window(1, 1, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Window(2, 2, 1, 2, 0));
        assertThrows(IllegalArgumentException.class, () -> new Window(2, 2, 1, 0, 2));
        assertThrows(IllegalArgumentException.class, () -> new Window(2, 2, 1, -1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Window(2, 2, 1, 0, -1));
        LayerShape small = new LayerShape(1, 2, 2);
        assertThrows(
                IllegalArgumentException.class, () -> Window.square(3, 1, 0).outputShape(small, 1));
        assertEquals(new LayerShape(1, 2, 2), Window.square(3, 1, 1).outputShape(small, 1), "padding makes room");
    }

    @Test
    void aParameterHasAsManyValuesAsItsShape() {
        Parameter matrix = new Parameter("weight", new int[] {2, 3}, true, new double[6]);

        assertEquals(6, matrix.size());
        assertEquals("weight[2, 3]", matrix.toString());
        matrix.shape()[0] = 99;
        assertEquals(2, matrix.shape()[0], "the shape cannot be changed");
        Parameter copy = matrix.copy();
        assertNotSame(matrix.values(), copy.values());
        copy.values()[0] = 1;
        assertEquals(0, matrix.values()[0]);
        assertEquals(
                "parameter p of shape [2, 3] cannot have 5 values",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new Parameter("p", new int[] {2, 3}, true, new double[5]))
                        .getMessage());
    }

    @Test
    void weightsStartAtFloatsWithinTheBound() {
        List<Parameter> drawn =
                Initial.uniform(List.of(new ParameterShape("weight", true, 50, 16)), 16, new SplittableRandom(3));

        double[] values = drawn.get(0).values();
        for (double value : values) {
            assertEquals((float) value, value);
            assertTrue(Math.abs(value) <= 0.25, "value " + value);
        }
        assertTrue(Arrays.stream(values).max().orElse(0) > 0.24);
        assertTrue(Arrays.stream(values).min().orElse(0) < -0.24);
        assertEquals(0, Arrays.stream(values).average().orElse(1), 0.02);
    }

    @Test
    void aMaskDependsOnSeedLayerBatchSampleAndInput() {
        DropoutMask mask = new DropoutMask(0.5, 1, 2);
        double[] pattern = pattern(mask);

        assertArrayEquals(pattern, pattern(new DropoutMask(0.5, 1, 2)));
        assertNotEquals(Arrays.toString(pattern), Arrays.toString(pattern(new DropoutMask(0.5, 2, 2))));
        assertNotEquals(Arrays.toString(pattern), Arrays.toString(pattern(new DropoutMask(0.5, 1, 3))));
        mask.begin(1);
        assertNotEquals(Arrays.toString(pattern), Arrays.toString(pattern(mask)));
        assertArrayEquals(
                new double[] {0, 2}, Arrays.stream(pattern).sorted().distinct().toArray());
        assertEquals(1, new DropoutMask(0, 1, 1).factor(0, 0));
    }

    private static double[] pattern(DropoutMask mask) {
        double[] factors = new double[64];
        Arrays.setAll(factors, k -> mask.factor(k / 8, k % 8));
        return factors;
    }

    @ParameterizedTest
    @CsvSource({"-0.1", "1", "NaN"})
    void aDropoutRateIsBelowOne(double rate) {
        assertThrows(IllegalArgumentException.class, () -> new Dropout(rate));
    }

    @ParameterizedTest
    @CsvSource({"0, 1e-5", "1.1, 1e-5", "0.1, 0", "NaN, 1e-5", "0.1, NaN"})
    void aNormalisationNeedsAMomentumAndAnEpsilon(double momentum, double epsilon) {
        assertThrows(IllegalArgumentException.class, () -> new BatchNormalisation(1, 1, momentum, epsilon));
    }

    @Test
    void aNormalisationStartsAtScaleTimesThreshold() {
        List<Parameter> parameters = new BatchNormalisation(0.5, 3, 1, 1e-5)
                .createParameters(new LayerShape(2, 5, 5), new SplittableRandom(1));

        assertArrayEquals(new double[] {1.5, 1.5}, parameters.get(0).values());
        assertArrayEquals(new double[] {0, 0}, parameters.get(1).values());
        assertArrayEquals(new double[] {0, 0}, parameters.get(2).values());
        assertArrayEquals(new double[] {1, 1}, parameters.get(3).values());
        assertTrue(parameters.get(0).trainable() && parameters.get(1).trainable());
        assertFalse(parameters.get(2).trainable() || parameters.get(3).trainable());
    }
}
