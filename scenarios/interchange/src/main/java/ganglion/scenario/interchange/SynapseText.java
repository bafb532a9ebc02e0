package ganglion.scenario.interchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.scenario.interchange.compile.KernelWindow;
import ganglion.scenario.interchange.compile.SynapticMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes synapses: a convolution as such, a matrix where many neurons are joined, a list where few are. There, weights of zero do not join. A matrix of
 * one delay and a list of the same synapses come out alike, however they came about, so that a network that is exported and
 * imported again is the same to the last bit.
 */
final class SynapseText {

    /** Share of pairs that must be joined for a matrix to be the shorter way to say it. */
    private static final double DENSE_SHARE = 0.25;

    private static final long LARGEST_MATRIX = 400_000_000;

    private final SynapticMap synapses;
    private final String name;
    private final WeightsFile weights;

    SynapseText(SynapticMap synapses, String name, WeightsFile weights) {
        this.synapses = synapses;
        this.name = name;
        this.weights = weights;
    }

    /** Writes into a projection; tells whether there are any synapses at all. */
    boolean write(ObjectNode projection) {
        Optional<KernelWindow> convolution = synapses.convolution();
        if (convolution.isPresent()) {
            writeConvolution(projection, convolution.get());
            return true;
        }
        Survey survey = new Survey();
        synapses.forEach(survey);
        if (survey.count == 0) {
            return false;
        }
        long pairs = (long) synapses.sourceSize() * synapses.targetSize();
        boolean matrix = survey.oneDelay() && survey.count >= DENSE_SHARE * pairs && pairs <= LARGEST_MATRIX;
        if (matrix && !survey.twins) {
            projection.put("weights", weights.put("weights", name, matrix(survey.singles)));
            putDelay(projection, survey.shortest);
        } else {
            writeList(projection, survey);
        }
        return true;
    }

    private void writeConvolution(ObjectNode projection, KernelWindow window) {
        int firstAxis = window.alongOneAxis() ? 1 : 0;
        ObjectNode rule = projection.putObject("connectivity");
        rule.put("rule", "convolution");
        ArrayNode input = rule.putArray("input").add(window.input().size(0));
        ArrayNode kernel = rule.putArray("kernel");
        rule.put("channels", window.outputChannels());
        ArrayNode stride = rule.putArray("stride");
        ArrayNode padding = rule.putArray("padding");
        for (int axis = firstAxis; axis < 2; axis++) {
            input.add(window.input().size(axis + 1));
            kernel.add(window.sliding().kernel().size(axis));
            stride.add(window.sliding().stride().size(axis));
            padding.add(window.sliding().before().size(axis));
        }
        projection.put("weights", weights.put("weights", name, narrow(window.weights())));
        putDelay(projection, window.delayTicks());
    }

    /** In 32 bits where these hold them. */
    private static Object narrow(double[] values) {
        float[] singles = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            singles[i] = (float) values[i];
            if (singles[i] != values[i]) {
                return values;
            }
        }
        return singles;
    }

    private static void putDelay(ObjectNode projection, int ticks) {
        projection.put("delay", ticks == 1 ? "1 tick" : ticks + " ticks");
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

    private void writeList(ObjectNode projection, Survey survey) {
        Columns columns = new Columns(Math.toIntExact(survey.count));
        synapses.forEach(columns);
        projection.put("connectivity", weights.putColumns("synapses", name, columns.of(survey)));
        if (survey.oneDelay()) {
            putDelay(projection, survey.shortest);
        }
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
