package ganglion.kernel.affine;

/**
 * What a tick, or a spike, does to the variables of a neuron: {@code s <- matrix s + gain x + constant}. Immutable.
 *
 * @param matrix a row for each variable after the map, a column for each before it
 * @param gain a row for each variable, a column for each channel of input; no columns if no input enters
 * @param constant what is added to each variable
 */
public record AffineMap(double[][] matrix, double[][] gain, double[] constant) {

    /** @throws IllegalArgumentException if rows and columns do not fit each other */
    public AffineMap {
        boolean fits = matrix.length == constant.length && gain.length == constant.length;
        for (double[] row : matrix) {
            fits &= row.length == constant.length;
        }
        if (!fits) {
            throw new IllegalArgumentException("an affine map needs as many rows and columns as variables");
        }
    }

    /** A map without input that leaves the variables as they are. */
    public static AffineMap identity(int variables) {
        double[][] matrix = new double[variables][variables];
        for (int i = 0; i < variables; i++) {
            matrix[i][i] = 1;
        }
        return new AffineMap(matrix, new double[variables][0], new double[variables]);
    }

    /** The same map with another row: how one variable comes about. */
    public AffineMap withRow(int variable, double[] coefficients, double[] inputGain, double added) {
        double[][] newMatrix = matrix.clone();
        double[][] newGain = gain.clone();
        double[] newConstant = constant.clone();
        newMatrix[variable] = coefficients.clone();
        newGain[variable] = inputGain.clone();
        newConstant[variable] = added;
        return new AffineMap(newMatrix, newGain, newConstant);
    }

    /** Whether the map leaves a variable as it is, whatever the others and the input are. */
    public boolean keeps(int variable) {
        boolean keeps = constant[variable] == 0;
        for (int column = 0; column < matrix[variable].length; column++) {
            keeps &= matrix[variable][column] == (column == variable ? 1 : 0);
        }
        for (double perUnit : gain[variable]) {
            keeps &= perUnit == 0;
        }
        return keeps;
    }

    /** Number of variables. */
    public int variables() {
        return constant.length;
    }

    /** Number of channels of input. */
    public int channels() {
        return gain.length == 0 ? 0 : gain[0].length;
    }

    /** The variables after the map. */
    public double[] apply(double[] state, double[] input) {
        double[] after = constant.clone();
        for (int i = 0; i < after.length; i++) {
            for (int j = 0; j < state.length; j++) {
                after[i] += matrix[i][j] * state[j];
            }
            for (int channel = 0; channel < gain[i].length; channel++) {
                after[i] += gain[i][channel] * input[channel];
            }
        }
        return after;
    }

    /**
     * How a later quantity depends on the variables before this map, if it depends on those after it like this.
     *
     * @param sensitivity derivative by each variable after the map
     */
    public double[] back(double[] sensitivity) {
        double[] before = new double[sensitivity.length];
        for (int i = 0; i < sensitivity.length; i++) {
            for (int j = 0; j < before.length; j++) {
                before[j] += sensitivity[i] * matrix[i][j];
            }
        }
        return before;
    }

    /** What the constants of this map add to a later quantity. */
    public double ofConstant(double[] sensitivity) {
        double sum = 0;
        for (int i = 0; i < constant.length; i++) {
            sum += sensitivity[i] * constant[i];
        }
        return sum;
    }

    /** What a unit of input adds to a later quantity. */
    public double ofInput(double[] sensitivity, int channel) {
        double sum = 0;
        for (int i = 0; i < gain.length; i++) {
            sum += sensitivity[i] * gain[i][channel];
        }
        return sum;
    }
}
