package ganglion.learning.fast.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sums of part of a matrix, which several tasks share only where a network is large. */
class ProductsTest {

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
}
