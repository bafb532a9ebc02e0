package ganglion.hardware.metrics;

import ganglion.kernel.network.Synapses;

/** The weight matrix of a projection: synapses between the same two neurons are summed. */
final class WeightMatrix {

    private final long size;
    private final int[] nonZeroInRow;

    WeightMatrix(Synapses synapses) {
        size = Math.multiplyExact(synapses.sourceSize(), (long) synapses.targetSize());
        nonZeroInRow = new int[synapses.sourceSize()];
        for (int source = 0; source < nonZeroInRow.length; source++) {
            nonZeroInRow[source] = nonZero(synapses, source);
        }
    }

    private static int nonZero(Synapses synapses, int source) {
        int count = 0;
        int degree = synapses.outDegree(source);
        for (int i = 0; i < degree; ) {
            int target = synapses.target(source, i);
            double sum = 0;
            for (; i < degree && synapses.target(source, i) == target; i++) {
                sum += synapses.weight(source, i);
            }
            count += sum != 0 ? 1 : 0;
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
