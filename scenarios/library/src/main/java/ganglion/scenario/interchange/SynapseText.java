package ganglion.scenario.interchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.scenario.interchange.compile.SynapticMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes synapses: a matrix where many neurons are joined, a list where few are. Weights of zero do not join. A matrix of
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
