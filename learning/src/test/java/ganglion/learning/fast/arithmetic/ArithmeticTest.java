package ganglion.learning.fast.arithmetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast engine's products and lists of spikes, each against the plainest way to the same numbers. */
class ArithmeticTest {

    /** Small whole numbers, of which single precision makes exact sums in any order. */
    private static float[][] matrix(int rows, int columns, Random random) {
        float[][] matrix = new float[rows][columns];
        for (float[] row : matrix) {
            for (int i = 0; i < columns; i++) {
                row[i] = random.nextInt(3) == 0 ? 0 : random.nextInt(17) - 8;
            }
        }
        return matrix;
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "3, 4, 5", "2, 7, 9", "5, 8, 16", "4, 13, 33"})
    void productsOfRowsAreProductsOfMatrices(int rows, int depth, int width) {
        Random random = new Random(depth);
        float[][] factors = matrix(rows, depth, random);
        float[][] matrix = matrix(depth, width, random);
        float[][] out = matrix(rows, width, random);
        float[][] expected = new float[rows][width];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < width; c++) {
                expected[r][c] = out[r][c];
                for (int k = 0; k < depth; k++) {
                    expected[r][c] += factors[r][k] * matrix[k][c];
                }
            }
        }

        Products.addScaledRows(out, rows, factors, matrix, depth, width);

        for (int r = 0; r < rows; r++) {
            assertArrayEquals(expected[r], out[r]);
        }
    }

    /** Blocks of three rows, of which any may be all zero while others are not. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void rowsOfZerosLeaveTheOtherRowsAlone(int zeroRows) {
        float[][] factors = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}};
        float[][] matrix = {{1, 10}, {100, 1000}, {10_000, 100_000}};
        float[][] expected = {{30_201, 302_010}, {60_504, 605_040}, {90_807, 908_070}};
        for (int r = 0; r < 3; r++) {
            if ((zeroRows >> r & 1) != 0) {
                Arrays.fill(factors[r], 0);
                Arrays.fill(expected[r], 0);
            }
        }
        float[][] out = new float[3][2];

        Products.addScaledRows(out, 3, factors, matrix, 3, 2);

        assertArrayEquals(expected, out);
    }

    @ParameterizedTest
    @CsvSource({"1, 3, 2", "4, 5, 6", "7, 3, 8", "10, 6, 5"})
    void outerProductsAddUpOverRows(int rows, int inputs, int outputs) {
        Random random = new Random(rows);
        float[][] input = matrix(rows, inputs, random);
        float[][] output = matrix(rows, outputs, random);
        float[][] gradient = new float[inputs][outputs];

        Products.addOuter(gradient, 1, inputs, input, output, rows);

        for (int i = 0; i < inputs; i++) {
            for (int c = 0; c < outputs; c++) {
                float expected = 0;
                for (int r = 0; i > 0 && r < rows; r++) {
                    expected += input[r][i] * output[r][c];
                }
                assertEquals(expected, gradient[i][c], "input 0 was left out");
            }
        }
    }

    private static SpikeRows spikes(float[][] potentials, float threshold) {
        SpikeRows spikes = new SpikeRows(potentials[0].length);
        spikes.clear(potentials.length);
        float[] thresholds = new float[potentials[0].length];
        Arrays.fill(thresholds, threshold);
        for (float[] row : potentials) {
            spikes.addExceeding(row, thresholds);
        }
        return spikes;
    }

    @Test
    void neuronsFireAboveTheirThresholdAndNotAtIt() {
        float above = Math.nextUp(1f);
        SpikeRows spikes = spikes(new float[][] {{1, above, -5, 2}, {0, 0, 0, 0}, {above, 0, 0, above}}, 1);

        assertEquals(0, spikes.start(0));
        assertArrayEquals(new int[] {1, 3}, Arrays.copyOfRange(spikes.indices(), spikes.start(0), spikes.end(0)));
        assertEquals(spikes.start(1), spikes.end(1));
        assertArrayEquals(new int[] {0, 3}, Arrays.copyOfRange(spikes.indices(), spikes.start(2), spikes.end(2)));
        long[] counts = {0, 0, 10, 0};
        spikes.count(counts);
        assertArrayEquals(new long[] {1, 1, 10, 2}, counts);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void aGatherAddsTheRowsOfWhatFired(int fired) {
        Random random = new Random(fired);
        float[][] weights = matrix(12, 6, random);
        float[][] potentials = new float[1][12];
        for (int i = 0; i < fired; i++) {
            potentials[0][11 - i] = 2;
        }
        float[] out = {1, 2, 3, 4, 5, 6};
        float[] expected = out.clone();
        for (int i = 0; i < fired; i++) {
            for (int c = 0; c < 6; c++) {
                expected[c] += weights[11 - i][c];
            }
        }

        spikes(potentials, 1).gather(0, weights, out);

        assertArrayEquals(expected, out);
    }

    @ParameterizedTest
    @CsvSource({"0", "2"})
    void aScatterAddsTheRowsAtWhichEachNeuronFired(int shift) {
        Random random = new Random(3);
        float[][] potentials = matrix(40, 9, random);
        float[][] values = matrix(40 + shift, 5, random);
        SpikeRows spikes = spikes(potentials, 2);
        float[][] gradients = new float[9][5];

        new SpikesByNeuron(9).scatter(spikes, 40, gradients, values, shift);

        for (int i = 0; i < 9; i++) {
            float[] expected = new float[5];
            for (int r = 0; r < 40; r++) {
                for (int c = 0; potentials[r][i] > 2 && c < 5; c++) {
                    expected[c] += values[r + shift][c];
                }
            }
            assertArrayEquals(expected, gradients[i]);
        }
    }
}
