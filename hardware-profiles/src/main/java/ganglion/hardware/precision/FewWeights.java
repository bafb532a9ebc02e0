package ganglion.hardware.precision;

import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The few weights of a chip whose neurons each keep a small number of them, shared by all their synapses. Those of a neuron with
 * more become the ones with the least sum of squared changes. A weight of 0 is no synapse.
 */
public final class FewWeights {

    private final double[][] keptByNeuron;

    private FewWeights(double[][] keptByNeuron) {
        this.keptByNeuron = keptByNeuron;
    }

    /** Whether some neuron of a population has more different weights than a number of them. */
    public static boolean exceeds(Network network, String population, long most) {
        return most < Long.MAX_VALUE
                && counts(network, population, 0, most).stream().anyMatch(counts -> counts.size() > most);
    }

    /** Most different weights into a neuron of a population; empty if some neuron has more than enough of them. */
    public static Optional<Integer> most(Network network, String population, int enough) {
        int most = counts(network, population, 0, enough).stream()
                .mapToInt(Map::size)
                .max()
                .orElse(0);
        return Optional.of(most).filter(found -> found <= enough);
    }

    /**
     * The weights that the neurons of a population keep.
     *
     * @param step to which weights are rounded first; 0 for none
     */
    static FewWeights of(Network network, String population, double step, int most) {
        return new FewWeights(counts(network, population, step, Long.MAX_VALUE).stream()
                .map(counts -> counts.size() > most ? kept(counts, most) : null)
                .toArray(double[][]::new));
    }

    /** What becomes of a weight into a neuron. */
    double nearest(int neuron, double weight) {
        double[] kept = keptByNeuron[neuron];
        if (kept == null || weight == 0) {
            return weight;
        }
        return Arrays.stream(kept)
                .boxed()
                .min((one, other) -> Double.compare(Math.abs(one - weight), Math.abs(other - weight)))
                .orElseThrow();
    }

    /** How often each neuron has which weight; it stops behind the first neuron that has more than enough of them. */
    private static List<TreeMap<Double, Integer>> counts(Network network, String population, double step, long enough) {
        List<TreeMap<Double, Integer>> counts = new ArrayList<>();
        int size = network.population(network.index(population)).size();
        for (int neuron = 0; neuron < size; neuron++) {
            counts.add(new TreeMap<>());
        }
        for (Projection projection : (Iterable<Projection>) network.into(population)::iterator) {
            Synapses synapses = projection.synapses();
            for (int source = 0; source < synapses.sourceSize(); source++) {
                for (int i = 0; i < synapses.outDegree(source); i++) {
                    double weight = synapses.weight(source, i);
                    TreeMap<Double, Integer> ofNeuron = counts.get(synapses.target(source, i));
                    if (weight != 0) {
                        ofNeuron.merge(step == 0 ? weight : Math.rint(weight / step), 1, Integer::sum);
                    }
                    if (ofNeuron.size() > enough) {
                        return counts;
                    }
                }
            }
        }
        return counts;
    }

    /** Optimal clusters of sorted numbers, by dynamic programming (Wang and Song 2011, The R Journal 3(2)). */
    private static double[] kept(Map<Double, Integer> counts, int most) {
        double[] values =
                counts.keySet().stream().mapToDouble(Double::doubleValue).toArray();
        double[][] sums = sums(values, counts);
        int n = values.length;
        double[] error = new double[n + 1];
        Arrays.fill(error, 1, n + 1, Double.POSITIVE_INFINITY);
        int[][] begins = new int[most][n + 1];
        for (int cluster = 0; cluster < most; cluster++) {
            double[] next = new double[n + 1];
            Arrays.fill(next, Double.POSITIVE_INFINITY);
            for (int end = 1; end <= n; end++) {
                for (int begin = 0; begin < end; begin++) {
                    double found = error[begin] + squares(sums, begin, end);
                    if (found < next[end]) {
                        next[end] = found;
                        begins[cluster][end] = begin;
                    }
                }
            }
            error = next;
        }
        double[] kept = new double[most];
        int end = n;
        for (int cluster = most - 1; cluster >= 0; cluster--) {
            int begin = begins[cluster][end];
            kept[cluster] = (sums[1][end] - sums[1][begin]) / (sums[0][end] - sums[0][begin]);
            end = begin;
        }
        return kept;
    }

    /** Of the first values, one more each time: their number, their sum, and that of their squares. */
    private static double[][] sums(double[] values, Map<Double, Integer> counts) {
        double[][] sums = new double[3][values.length + 1];
        for (int i = 0; i < values.length; i++) {
            double power = counts.get(values[i]);
            for (double[] sum : sums) {
                sum[i + 1] = sum[i] + power;
                power *= values[i];
            }
        }
        return sums;
    }

    /** Squared distances of a range of values to their mean. */
    private static double squares(double[][] sums, int begin, int end) {
        double sum = sums[1][end] - sums[1][begin];
        return sums[2][end] - sums[2][begin] - sum * sum / (sums[0][end] - sums[0][begin]);
    }
}
