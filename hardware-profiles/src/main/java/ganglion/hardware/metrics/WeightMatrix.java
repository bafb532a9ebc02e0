package ganglion.hardware.metrics;

import ganglion.kernel.network.Synapses;

/** The weight matrix of a projection: synapses between the same two neurons are summed. */
final class WeightMatrix {

    private final long size;
    private final int[] nonZeroInRow;

    WeightMatrix(Synapses synapses) {
        size = Math.multiplyExact(synapses.sourceSize(), (long) synapses.targetSize());
        nonZeroInRow = new int[synapses.sourceSize()];
        double[] row = new double[synapses.targetSize()];
        for (int source = 0; source < nonZeroInRow.length; source++) {
            nonZeroInRow[source] = nonZero(synapses, source, row);
        }
    }

    /** A row lists its synapses delay by delay, so those of one target need not be neighbours. */
    private static int nonZero(Synapses synapses, int source, double[] row) {
        int degree = synapses.outDegree(source);
        for (int i = 0; i < degree; i++) {
            row[synapses.target(source, i)] += synapses.weight(source, i);
        }
        int count = 0;
        for (int i = 0; i < degree; i++) {
            int target = synapses.target(source, i);
            count += row[target] != 0 ? 1 : 0;
            row[target] = 0;
        }
        return count;
    }

    long size() {
        return size;
    }

    int nonZeroInRow(int source) {
        return nonZeroInRow[source];
    }

    long nonZero() {
        long sum = 0;
        for (int count : nonZeroInRow) {
            sum += count;
        }
        return sum;
    }
}
