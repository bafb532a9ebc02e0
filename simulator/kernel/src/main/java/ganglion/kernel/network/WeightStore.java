package ganglion.kernel.network;

/**
 * The weights of all rows while they are laid out, in the smallest array that holds those seen so far exactly: none where
 * all are alike. Tasks write disjoint ranges, so that they need no locks.
 *
 * @param weights in their final layout, if it holds all
 * @param floats the array behind it; null if it has none, or another
 * @param doubles the array behind it; null if it has none, or another
 */
record WeightStore(SynapseWeights weights, float[] floats, double[] doubles) {

    /** Room for weights like those of a survey. */
    static WeightStore of(WeightSurvey survey, int count) {
        if (survey.allAlike() && count > 0) {
            return new WeightStore(new SynapseWeights.Shared(survey.first()), null, null);
        }
        if (survey.allFloats()) {
            float[] floats = new float[count];
            return new WeightStore(new SynapseWeights.Floats(floats), floats, null);
        }
        double[] doubles = new double[count];
        return new WeightStore(new SynapseWeights.Doubles(doubles), null, doubles);
    }

    /** Whether the layout holds all weights of a survey exactly. */
    boolean fits(WeightSurvey survey) {
        return doubles != null || (floats != null ? survey.allFloats() : survey.allAlike());
    }

    /** Takes the weights of a row that starts at a position, as far as the layout holds them. */
    void put(int position, RowBuffer row) {
        if (doubles != null) {
            System.arraycopy(row.weights, 0, doubles, position, row.count);
        } else if (floats != null) {
            for (int i = 0; i < row.count; i++) {
                floats[position + i] = (float) row.weights[i];
            }
        }
    }

    /** Gives the weights of a row back. */
    void get(int position, RowBuffer row) {
        if (doubles != null) {
            System.arraycopy(doubles, position, row.weights, 0, row.count);
        } else if (floats != null) {
            for (int i = 0; i < row.count; i++) {
                row.weights[i] = floats[position + i];
            }
        }
    }
}
