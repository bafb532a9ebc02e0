package ganglion.learning.fast;

/**
 * Products of matrices that are given as rows. Four rows are read at once; two rows written at once would halve the reading,
 * but make a loop too large for the compiler to vectorise.
 */
final class Products {

    private static final int BLOCK = 4;

    private Products() {}

    /**
     * {@code out[r] += sum_k factors[r][k] matrix[k]}, for the first {@code rows} rows. Blocks of the matrix stay in the
     * nearest cache while all rows are served.
     *
     * @param depth number of rows of the matrix
     * @param width length of its rows
     */
    static void addScaledRows(float[][] out, int rows, float[][] factors, float[][] matrix, int depth, int width) {
        int k = 0;
        for (; k + BLOCK <= depth; k += BLOCK) {
            for (int r = 0; r < rows; r++) {
                addBlock(out[r], factors[r], k, matrix, k, width);
            }
        }
        for (; k < depth; k++) {
            for (int r = 0; r < rows; r++) {
                addRow(out[r], factors[r][k], matrix[k], width);
            }
        }
    }

    private static void addBlock(float[] out, float[] factors, int k, float[][] matrix, int row, int width) {
        if (factors[k] != 0 || factors[k + 1] != 0 || factors[k + 2] != 0 || factors[k + 3] != 0) {
            Kernels.addScaled4(out, factors, k, matrix[row], matrix[row + 1], matrix[row + 2], matrix[row + 3], width);
        }
    }

    private static void addRow(float[] out, float factor, float[] row, int width) {
        if (factor != 0) {
            Kernels.addScaled(out, factor, row, width);
        }
    }

    /**
     * {@code gradient[i] += sum_r inputs[r][i] outputs[r]}, for the inputs from {@code from} to {@code until - 1}. Blocks of
     * the outputs stay in the nearest cache while all inputs are served.
     *
     * @param rows how many rows of inputs and outputs
     * @param scratch at least four values
     */
    static void addOuter(
            float[][] gradient, int from, int until, float[][] inputs, float[][] outputs, int rows, float[] scratch) {
        int r = 0;
        for (; r + BLOCK <= rows; r += BLOCK) {
            for (int i = from; i < until; i++) {
                for (int k = 0; k < BLOCK; k++) {
                    scratch[k] = inputs[r + k][i];
                }
                addBlock(gradient[i], scratch, 0, outputs, r, gradient[i].length);
            }
        }
        for (; r < rows; r++) {
            for (int i = from; i < until; i++) {
                addRow(gradient[i], inputs[r][i], outputs[r], gradient[i].length);
            }
        }
    }
}
