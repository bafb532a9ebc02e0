package ganglion.learning.fast.arithmetic;

/** A copy of a weight matrix with a row for each target neuron, which the backward pass needs. */
public final class ByTarget {

    private static final int BLOCK = 16;

    private final FloatParameter weight;
    private final float[][] rows;

    /** @param weight rows by source */
    public ByTarget(FloatParameter weight) {
        this.weight = weight;
        this.rows = new float[weight.rows()[0].length][weight.rows().length];
    }

    /** One row per target, as of the latest {@link #refresh}. */
    public float[][] rows() {
        return rows;
    }

    /** Reads the present weights. */
    public void refresh() {
        float[][] bySource = weight.rows();
        for (int first = 0; first < bySource.length; first += BLOCK) {
            int end = Math.min(first + BLOCK, bySource.length);
            for (int target = 0; target < rows.length; target++) {
                float[] row = rows[target];
                for (int source = first; source < end; source++) {
                    row[source] = bySource[source][target];
                }
            }
        }
    }
}
