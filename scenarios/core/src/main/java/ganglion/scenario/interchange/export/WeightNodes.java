package ganglion.scenario.interchange.export;

import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import ganglion.scenario.interchange.nir.Tensor;
import ganglion.scenario.interchange.nir.TensorShape;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The synapses of a projection as matrices, one for each delay. */
final class WeightNodes {

    private static final long LARGEST_MATRIX = 400_000_000;

    private WeightNodes() {}

    /** Matrices of target and source, by delay in ticks. Weights of synapses between the same neurons add up. */
    static SortedMap<Integer, Tensor> of(Projection projection) throws ExportException {
        Synapses synapses = projection.synapses();
        TreeSet<Integer> delays = new TreeSet<>();
        boolean singles = true;
        for (int source = 0; source < synapses.sourceSize(); source++) {
            for (int i = 0; i < synapses.outDegree(source); i++) {
                delays.add(synapses.delayTicks(source, i));
                singles &= (float) synapses.weight(source, i) == synapses.weight(source, i);
            }
        }
        long cells = (long) synapses.sourceSize() * synapses.targetSize();
        if (cells * delays.size() > LARGEST_MATRIX) {
            throw new ExportException(
                    projection.target(),
                    "found " + delays.size() + " matrices of " + cells
                            + " weights from " + projection.source() + ", expected at most " + LARGEST_MATRIX
                            + " weights: NIR has no lists of synapses");
        }
        SortedMap<Integer, Tensor> matrices = new TreeMap<>();
        for (int delay : delays) {
            double[] weights = matrix(synapses, delay);
            TensorShape shape = TensorShape.of(synapses.targetSize(), synapses.sourceSize());
            matrices.put(delay, singles ? narrow(shape, weights) : Tensor.of(shape, weights));
        }
        return matrices;
    }

    private static double[] matrix(Synapses synapses, int delay) {
        double[] weights = new double[synapses.targetSize() * synapses.sourceSize()];
        for (int source = 0; source < synapses.sourceSize(); source++) {
            for (int i = 0; i < synapses.outDegree(source); i++) {
                if (synapses.delayTicks(source, i) == delay) {
                    weights[synapses.target(source, i) * synapses.sourceSize() + source] += synapses.weight(source, i);
                }
            }
        }
        return weights;
    }

    /** In 32 bits, unless these do not hold the weights. */
    static Tensor narrow(TensorShape shape, double[] weights) {
        float[] singles = new float[weights.length];
        for (int i = 0; i < weights.length; i++) {
            singles[i] = (float) weights[i];
            if (singles[i] != weights[i]) {
                return Tensor.of(shape, weights);
            }
        }
        return Tensor.of(shape, singles);
    }
}
