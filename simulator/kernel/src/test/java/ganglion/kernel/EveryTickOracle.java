package ganglion.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.NeuronModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The semantics of the simulator, spelled out: visits every neuron at every tick and looks at every synapse that could
 * deliver. Slow and obvious, shares no code with the engine.
 */
public final class EveryTickOracle {

    private final Network network;
    private final int ticks;
    private final boolean[][][] fired;
    private final double[][][] potentials;
    private final OracleNeuron[][] neurons;
    /** For each projection the weight of all its synapses; null if it is varied. */
    private final Double[] uniformWeight;

    /** For each projection its shortest and its longest delay: spikes of other ages need no look at its synapses. */
    private final int[][] delayRange;

    private long synapticEvents;

    private EveryTickOracle(Network network, int ticks) {
        this.network = network;
        this.ticks = ticks;
        this.fired = new boolean[network.populations().size()][][];
        this.potentials = new double[network.populations().size()][][];
        this.neurons = new OracleNeuron[fired.length][];
        this.uniformWeight = network.projections().stream()
                .map(EveryTickOracle::uniformWeight)
                .toArray(Double[]::new);
        this.delayRange = network.projections().stream()
                .map(projection -> delayRange(projection.synapses()))
                .toArray(int[][]::new);
        for (int p = 0; p < fired.length; p++) {
            int size = network.population(p).size();
            fired[p] = new boolean[ticks][size];
            potentials[p] = new double[ticks][size];
            neurons[p] = neurons(network.population(p));
        }
    }

    private static OracleNeuron[] neurons(Population population) {
        OracleNeuron[] neurons = new OracleNeuron[population.size()];
        for (int i = 0; i < neurons.length; i++) {
            neurons[i] = OracleNeuron.of(population.model(), i);
        }
        return neurons;
    }

    /**
     * What the oracle says about a run.
     *
     * @param potentials by population, tick and neuron
     */
    public record Outcome(List<SpikeRaster> spikes, double[][][] potentials, long synapticEvents) {

        /** Spikes, events, and the potentials of the populations that were traced are those of a run, to the last bit. */
        public void assertSame(Network network, SimulationResult result, String message) {
            assertEquals(spikes, result.spikes(), message);
            assertEquals(synapticEvents, result.activity().synapticEvents(), message);
            for (MembraneTrace trace : result.membranes()) {
                double[] expected = Arrays.stream(potentials[network.index(trace.population())])
                        .flatMapToDouble(Arrays::stream)
                        .toArray();
                assertArrayEquals(expected, trace.potentials(), () -> message + ", " + trace.population());
            }
        }
    }

    public static Outcome run(Network network, int ticks) {
        EveryTickOracle oracle = new EveryTickOracle(network, ticks);
        for (int tick = 0; tick < ticks; tick++) {
            for (int p = 0; p < network.populations().size(); p++) {
                oracle.runPopulation(p, tick);
            }
        }
        return new Outcome(oracle.rasters(), oracle.potentials, oracle.synapticEvents);
    }

    private void runPopulation(int p, int tick) {
        Population population = network.population(p);
        double[][] input = input(p, tick);
        for (int neuron = 0; neuron < population.size(); neuron++) {
            if (tick >= population.startTick()) {
                fired[p][tick][neuron] = neurons[p][neuron].tick(input[0][neuron], input[1][neuron]);
            }
            potentials[p][tick][neuron] = neurons[p][neuron].potential();
        }
    }

    /**
     * Sums what arrives through varied projections in the order of the tick at which it was fired, source population, source
     * neuron, projection, synapse; then what arrives through uniform ones, one weight after the other, in order of the first
     * projection that has it. Arrivals of one weight are all alike, so that their own order does not matter.
     */
    private double[][] input(int target, int tick) {
        double[][] input = new double[2][network.population(target).size()];
        int longest =
                Arrays.stream(delayRange).mapToInt(range -> range[1]).max().orElse(0);
        for (int fired = Math.max(0, tick - longest); fired < tick; fired++) {
            addFired(target, fired, fired + 1, tick, null, input);
        }
        for (double weight : uniformWeights(target)) {
            addFired(target, Math.max(0, tick - longest), tick, tick, weight, input);
        }
        return input;
    }

    /** The weights of uniform projections to a population. */
    private Set<Double> uniformWeights(int target) {
        Set<Double> weights = new LinkedHashSet<>();
        for (int p = 0; p < uniformWeight.length; p++) {
            Projection projection = network.projection(p);
            if (uniformWeight[p] != null && network.index(projection.target()) == target) {
                weights.add(uniformWeight[p]);
            }
        }
        return weights;
    }

    /**
     * Adds what was fired at some ticks, from each neuron in turn, and is due at another: through uniform projections of a
     * weight, or through varied projections if the weight is null.
     */
    private void addFired(int target, int from, int until, int tick, Double weight, double[][] input) {
        for (int source = 0; source < network.populations().size(); source++) {
            int[] joining = joining(source, target, weight);
            for (int neuron = 0; joining.length > 0 && neuron < fired[source][tick].length; neuron++) {
                for (int p : joining) {
                    for (int firedTick = from; firedTick < until; firedTick++) {
                        int delay = tick - firedTick;
                        if (fired[source][firedTick][neuron]
                                && delay >= delayRange[p][0]
                                && delay <= delayRange[p][1]) {
                            addRow(network.projection(p), neuron, delay, input);
                        }
                    }
                }
            }
        }
    }

    /** The projections between two populations that are uniform with a weight, or varied if the weight is null. */
    private int[] joining(int source, int target, Double weight) {
        return IntStream.range(0, uniformWeight.length)
                .filter(p -> network.sourceOf(p) == source
                        && network.targetOf(p) == target
                        && Objects.equals(uniformWeight[p], weight))
                .toArray();
    }

    private void addRow(Projection projection, int neuron, int delay, double[][] input) {
        Synapses synapses = projection.synapses();
        NeuronModel target =
                network.population(network.index(projection.target())).model();
        for (int s = 0; s < synapses.outDegree(neuron); s++) {
            if (synapses.delayTicks(neuron, s) == delay) {
                double weight = synapses.weight(neuron, s);
                int channel = target.inputChannels() == 2 && weight < 0 ? 1 : 0;
                input[channel][synapses.target(neuron, s)] += weight;
                synapticEvents++;
            }
        }
    }

    /** The weight of all synapses of a projection, if they have the same, for good, and the same delay; else null. */
    private static Double uniformWeight(Projection projection) {
        Synapses synapses = projection.synapses();
        Set<Double> weights = new HashSet<>();
        Set<Integer> delays = new HashSet<>();
        for (int neuron = 0; neuron < synapses.sourceSize(); neuron++) {
            for (int s = 0; s < synapses.outDegree(neuron); s++) {
                weights.add(synapses.weight(neuron, s));
                delays.add(synapses.delayTicks(neuron, s));
            }
        }
        boolean isUniform = weights.size() == 1
                && delays.size() == 1
                && projection.plasticity().isEmpty();
        return isUniform ? weights.iterator().next() : null;
    }

    private static int[] delayRange(Synapses synapses) {
        int[] range = {Integer.MAX_VALUE, 0};
        for (int neuron = 0; neuron < synapses.sourceSize(); neuron++) {
            for (int s = 0; s < synapses.outDegree(neuron); s++) {
                range[0] = Math.min(range[0], synapses.delayTicks(neuron, s));
                range[1] = Math.max(range[1], synapses.delayTicks(neuron, s));
            }
        }
        return range;
    }

    private List<SpikeRaster> rasters() {
        List<SpikeRaster> rasters = new ArrayList<>();
        for (boolean[][] population : fired) {
            SpikeRaster.Builder builder = SpikeRaster.builder(ticks == 0 ? 0 : population[0].length);
            for (int tick = 0; tick < ticks; tick++) {
                for (int neuron = 0; neuron < population[tick].length; neuron++) {
                    if (population[tick][neuron]) {
                        builder.add(tick, neuron);
                    }
                }
            }
            rasters.add(builder.build());
        }
        return rasters;
    }
}
