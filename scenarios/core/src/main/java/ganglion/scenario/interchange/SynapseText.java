package ganglion.scenario.interchange;

import ganglion.kernel.connectivity.ConvolutionRule.Axis;
import ganglion.scenario.interchange.compile.KernelWindow;
import ganglion.scenario.interchange.compile.SynapticMap;
import ganglion.scenario.interchange.nir.Tensor;
import ganglion.scenario.interchange.nir.TensorShape;
import ganglion.scenario.model.Connectivity;
import ganglion.scenario.model.ProjectionSpec;
import ganglion.scenario.model.ProjectionSpec.DelaySource;
import ganglion.scenario.model.ProjectionSpec.WeightSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Says synapses as a projection: a convolution as such, a matrix where all neurons are joined, else a list. Weights of zero do
 * not join, except in a convolution: a pruned network has no spikes to deliver and no operations to pay for them. A matrix
 * of one delay and a list of the same synapses come out alike, however they came about, so that a network that is exported
 * and imported again is the same to the last bit.
 */
final class SynapseText {

    /** Synapses that a scenario takes as a list. */
    private static final int LIST_LIMIT = 200_000_000;

    /** Of a list of synapses, which has its own. */
    private static final WeightSource NO_WEIGHTS = new WeightSource.Constant(0);

    private static final long LARGEST_MATRIX = 400_000_000;

    private final SynapticMap synapses;
    private final String name;
    private final WeightsFile weights;

    SynapseText(SynapticMap synapses, String name, WeightsFile weights) {
        this.synapses = synapses;
        this.name = name;
        this.weights = weights;
    }

    /** The projection between two populations; empty if there are no synapses at all. */
    Optional<ProjectionSpec> projection(String from, String to) {
        Optional<KernelWindow> convolution = synapses.convolution();
        if (convolution.isPresent()) {
            return Optional.of(convolution(from, to, convolution.get()));
        }
        Survey survey = new Survey();
        synapses.forEach(survey);
        if (survey.count == 0) {
            return Optional.empty();
        }
        long pairs = (long) synapses.sourceSize() * synapses.targetSize();
        boolean full = survey.count == pairs || survey.count > LIST_LIMIT;
        boolean asMatrix = full && survey.oneDelay() && !survey.twins && pairs <= LARGEST_MATRIX;
        return Optional.of(new ProjectionSpec(
                "",
                from,
                to,
                asMatrix ? new Connectivity.AllToAll() : list(survey),
                asMatrix ? inFile(matrix(survey.singles)) : NO_WEIGHTS,
                new DelaySource.Constant(survey.oneDelay() ? survey.shortest : 1),
                Optional.empty()));
    }

    private ProjectionSpec convolution(String from, String to, KernelWindow window) {
        Connectivity.Convolved rule = new Connectivity.Convolved(
                window.input().size(0),
                window.outputChannels(),
                window.groups(),
                window.alongOneAxis() ? Axis.NONE : axis(window, 0),
                axis(window, 1));
        return new ProjectionSpec(
                "",
                from,
                to,
                rule,
                inFile(Tensor.narrowed(TensorShape.of(window.weights().length), window.weights())
                        .raw()),
                new DelaySource.Constant(window.delayTicks()),
                Optional.empty());
    }

    private static Axis axis(KernelWindow window, int axis) {
        return new Axis(
                window.input().size(axis + 1),
                window.sliding().kernel().size(axis),
                window.sliding().stride().size(axis),
                window.sliding().before().size(axis),
                window.sliding().dilation().size(axis),
                window.sliding().after().size(axis) - window.sliding().before().size(axis));
    }

    private WeightSource inFile(Object array) {
        return new WeightSource.MatrixFile(weights.path(), weights.put("weights", name, array));
    }

    private Object matrix(boolean singles) {
        int columns = synapses.targetSize();
        if (singles) {
            float[][] rows = new float[synapses.sourceSize()][columns];
            synapses.forEach((source, target, weight, delay) -> rows[source][target] = (float) weight);
            return rows;
        }
        double[][] rows = new double[synapses.sourceSize()][columns];
        synapses.forEach((source, target, weight, delay) -> rows[source][target] = weight);
        return rows;
    }

    /** The synapses as a list, with their delays if these differ. */
    private Connectivity list(Survey survey) {
        Columns columns = new Columns(Math.toIntExact(survey.count));
        synapses.forEach(columns);
        return new Connectivity.EdgeList(weights.path(), weights.putColumns("synapses", name, columns.of(survey)));
    }

    /** Looks at all synapses once. */
    private static final class Survey implements SynapticMap.Sink {

        private long count;
        private boolean singles = true;
        private boolean twins;
        private int shortest = Integer.MAX_VALUE;
        private int longest;
        private int lastSource = -1;
        private int lastTarget = -1;

        @Override
        public void accept(int source, int target, double weight, int delayTicks) {
            if (weight == 0) {
                return;
            }
            count++;
            singles &= (float) weight == weight;
            shortest = Math.min(shortest, delayTicks);
            longest = Math.max(longest, delayTicks);
            twins |= source == lastSource && target == lastTarget;
            lastSource = source;
            lastTarget = target;
        }

        boolean oneDelay() {
            return shortest == longest;
        }
    }

    /** The synapses as columns. */
    private static final class Columns implements SynapticMap.Sink {

        private final int[] sources;
        private final int[] targets;
        private final double[] weights;
        private final int[] delays;
        private int count;

        Columns(int size) {
            sources = new int[size];
            targets = new int[size];
            weights = new double[size];
            delays = new int[size];
        }

        @Override
        public void accept(int source, int target, double weight, int delayTicks) {
            if (weight == 0) {
                return;
            }
            sources[count] = source;
            targets[count] = target;
            weights[count] = weight;
            delays[count++] = delayTicks;
        }

        Map<String, Object> of(Survey survey) {
            Map<String, Object> columns = new LinkedHashMap<>();
            columns.put("source", sources);
            columns.put("target", targets);
            columns.put("weight", survey.singles ? singles() : weights);
            if (!survey.oneDelay()) {
                columns.put("delay", delays);
            }
            return columns;
        }

        private float[] singles() {
            float[] values = new float[weights.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) weights[i];
            }
            return values;
        }
    }
}
