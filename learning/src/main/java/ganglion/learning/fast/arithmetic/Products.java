package ganglion.learning.fast.arithmetic;

/**
 * Products of matrices that are given as rows, in blocks of three rows read and three rows written: nine multiplications for
 * nine rows that pass through the processor, instead of nine for eighteen. Larger blocks are too large for the compiler to
 * vectorise.
 */
public final class Products {

    private static final int BLOCK = 3;

    private Products() {}

    /**
     * {@code out[r] += sum_k factors[r][k] matrix[k]}, for the first {@code rows} rows. Blocks of the matrix stay in the
     * nearest cache while all rows are served.
     *
     * @param depth number of rows of the matrix
     * @param width length of its rows
     */
    public static void addScaledRows(
            float[][] out, int rows, float[][] factors, float[][] matrix, int depth, int width) {
        int k = 0;
        for (; k + BLOCK <= depth; k += BLOCK) {
            int r = 0;
            for (; r + BLOCK <= rows; r += BLOCK) {
                addBlocks(out, r, factors[r], factors[r + 1], factors[r + 2], k, matrix, k, width);
            }
            for (; r < rows; r++) {
                addBlock(out[r], factors[r], k, matrix, k, width);
            }
        }
        for (; k < depth; k++) {
            for (int r = 0; r < rows; r++) {
                addRow(out[r], factors[r][k], matrix[k], width);
            }
        }
    }

    /** Three blocks at once, unless some of them are zero: spikes that come as numbers are mostly zero. */
    private static void addBlocks(
            float[][] out, int r, float[] s, float[] t, float[] u, int k, float[][] matrix, int row, int width) {
        if (isZero(s, k) || isZero(t, k) || isZero(u, k)) {
            addBlock(out[r], s, k, matrix, row, width);
            addBlock(out[r + 1], t, k, matrix, row, width);
            addBlock(out[r + 2], u, k, matrix, row, width);
        } else {
            Kernels.addScaled3To3(
                    out[r], out[r + 1], out[r + 2], s, t, u, k, matrix[row], matrix[row + 1], matrix[row + 2], width);
        }
    }

    private static void addBlock(float[] out, float[] factors, int k, float[][] matrix, int row, int width) {
        if (!isZero(factors, k)) {
            Kernels.addScaled3(out, factors, k, matrix[row], matrix[row + 1], matrix[row + 2], width);
        }
    }

    private static boolean isZero(float[] factors, int k) {
        return factors[k] == 0 && factors[k + 1] == 0 && factors[k + 2] == 0;
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
     */
    public static void addOuter(
            float[][] gradient, int from, int until, float[][] inputs, float[][] outputs, int rows) {
        float[][] factors = new float[BLOCK][BLOCK];
        int width = gradient[0].length;
        int r = 0;
        for (; r + BLOCK <= rows; r += BLOCK) {
            int i = from;
            for (; i + BLOCK <= until; i += BLOCK) {
                transpose(inputs, r, i, BLOCK, factors);
                addBlocks(gradient, i, factors[0], factors[1], factors[2], 0, outputs, r, width);
            }
            for (; i < until; i++) {
                transpose(inputs, r, i, 1, factors);
                addBlock(gradient[i], factors[0], 0, outputs, r, width);
            }
        }
        for (; r < rows; r++) {
            for (int i = from; i < until; i++) {
                addRow(gradient[i], inputs[r][i], outputs[r], width);
            }
        }
    }

    private static void transpose(float[][] inputs, int row, int column, int columns, float[][] to) {
        for (int i = 0; i < columns; i++) {
            for (int k = 0; k < BLOCK; k++) {
                to[i][k] = inputs[row + k][column + i];
            }
        }
    }
}
