package ganglion.learning.fast.arithmetic;

import ganglion.learning.model.Parameter;
import ganglion.learning.model.Span;
import ganglion.learning.quantise.WeightProjection;

/**
 * Working copy of a parameter: rows of floats. Weight matrices have a row for each source neuron, so that a spike adds a row;
 * the model has one for each target neuron.
 */
public final class FloatParameter {

    private final Parameter source;
    private final boolean bySource;
    private final WeightProjection projection;
    private final Span range;
    private final float[][] rows;
    private final float[][] exact;

    /**
     * @param bySource whether to turn the model's rows by target into rows by source
     * @param projection how a chip rounds weights
     * @param range where training keeps the values
     */
    public FloatParameter(Parameter source, boolean bySource, WeightProjection projection, Span range) {
        this.source = source;
        this.range = range;
        this.bySource = bySource;
        this.projection = projection;
        int[] shape = source.shape();
        int first = shape.length < 2 ? 1 : shape[0];
        int others = source.size() / first;
        this.rows = bySource ? new float[others][first] : new float[first][others];
        this.exact = projection.concerns(source) ? zeros() : rows;
        load();
    }

    /** The values that the network computes with. */
    public float[][] rows() {
        return rows;
    }

    /** The values that training changes: the same, unless weights are rounded for a chip. */
    public float[][] exact() {
        return exact;
    }

    /** Projects the values that training has changed. */
    public void project() {
        if (exact != rows) {
            double[] values = new double[source.size()];
            toModelOrder(exact, values);
            projection.project(values, source.shape()[0]);
            fromModelOrder(values, rows);
        }
    }

    /** Whether training changes it. */
    public boolean trainable() {
        return source.trainable();
    }

    /** Zeros of the same form. */
    public float[][] zeros() {
        return new float[rows.length][rows[0].length];
    }

    /** Position in the model's array of a value. */
    private int position(int row, int column) {
        return bySource ? column * rows.length + row : row * rows[0].length + column;
    }

    /** Takes the model's values over. */
    public void load() {
        fromModelOrder(source.values(), exact);
        project();
    }

    /** Writes the values back to the model. A bound that single precision cannot hold is kept exactly there. */
    public void store() {
        toModelOrder(exact, source.values());
        for (int i = 0; range.bounded() && i < source.size(); i++) {
            source.values()[i] = range.clamp(source.values()[i]);
        }
    }

    /** Moves values that a step of training took out of bounds to the nearest one, in the rows {@code from} to {@code until - 1}. */
    public void keepInRange(int from, int until) {
        for (int r = from; range.bounded() && r < until; r++) {
            for (int c = 0; c < exact[r].length; c++) {
                exact[r][c] = (float) range.clamp(exact[r][c]);
            }
        }
    }

    /** Values in rows like those of this parameter, in the order in which the model has them. */
    public void toModelOrder(float[][] from, double[] values) {
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < rows[r].length; c++) {
                values[position(r, c)] = from[r][c];
            }
        }
    }

    /** The way back of {@link #toModelOrder}. */
    public void fromModelOrder(double[] values, float[][] to) {
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < rows[r].length; c++) {
                to[r][c] = (float) values[position(r, c)];
            }
        }
    }
}
