package ganglion.learning.fast;

import ganglion.learning.model.Parameter;

/**
 * Working copy of a parameter: rows of floats. Weight matrices have a row for each source neuron, so that a spike adds a row;
 * the model has one for each target neuron.
 */
final class FloatParameter {

    private final Parameter source;
    private final boolean bySource;
    private final float[][] rows;

    /** @param bySource whether to turn the model's rows by target into rows by source */
    FloatParameter(Parameter source, boolean bySource) {
        this.source = source;
        this.bySource = bySource;
        int[] shape = source.shape();
        int first = shape.length < 2 ? 1 : shape[0];
        int others = source.size() / first;
        this.rows = bySource ? new float[others][first] : new float[first][others];
        load();
    }

    float[][] rows() {
        return rows;
    }

    boolean trainable() {
        return source.trainable();
    }

    /** Zeros of the same form. */
    float[][] zeros() {
        return new float[rows.length][rows[0].length];
    }

    /** Position in the model's array of a value. */
    private int position(int row, int column) {
        return bySource ? column * rows.length + row : row * rows[0].length + column;
    }

    /** Takes the model's values over. */
    void load() {
        double[] values = source.values();
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < rows[r].length; c++) {
                rows[r][c] = (float) values[position(r, c)];
            }
        }
    }

    /** Writes the values back to the model. */
    void store() {
        toModelOrder(rows, source.values());
    }

    /** Values in rows like those of this parameter, in the order in which the model has them. */
    void toModelOrder(float[][] from, double[] values) {
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < rows[r].length; c++) {
                values[position(r, c)] = from[r][c];
            }
        }
    }

    /** The way back of {@link #toModelOrder}. */
    void fromModelOrder(double[] values, float[][] to) {
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < rows[r].length; c++) {
                to[r][c] = (float) values[position(r, c)];
            }
        }
    }
}
