package ganglion.kernel;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.LeakyIntegrator;
import ganglion.kernel.neuron.Lif;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.SpikeSource;
import java.util.ArrayList;
import java.util.List;

/**
 * The semantics of the simulator, spelled out: visits every neuron at every tick and looks at every synapse that could
 * deliver. Slow and obvious, shares no code with the engine.
 */
public final class EveryTickOracle {

    private final Network network;
    private final int ticks;
    private final boolean[][][] fired;
    private final double[][][] potentials;
    private long synapticEvents;

    private EveryTickOracle(Network network, int ticks) {
        this.network = network;
        this.ticks = ticks;
        this.fired = new boolean[network.populations().size()][][];
        this.potentials = new double[network.populations().size()][][];
        for (int p = 0; p < fired.length; p++) {
            int size = network.populations().get(p).size();
            fired[p] = new boolean[ticks][size];
            potentials[p] = new double[ticks][size];
        }
    }

    /** What the oracle says about a run. */
    public record Outcome(List<SpikeRaster> spikes, double[][][] potentials, long synapticEvents) {}

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
        Population population = network.populations().get(p);
        if (population.model() instanceof SpikeSource source) {
            for (int i = 0; i < source.spikes().size(); i++) {
                if (source.spikes().tick(i) == tick) {
                    fired[p][tick][source.spikes().neuron(i)] = true;
                }
            }
            return;
        }
        double[] input = input(p, tick);
        for (int neuron = 0; neuron < population.size(); neuron++) {
            if (population.model() instanceof Lif lif) {
                runLif(lif.parameters(), p, neuron, tick, input[neuron]);
            } else if (population.model() instanceof LeakyIntegrator integrator) {
                double before = tick == 0 ? 0 : potentials[p][tick - 1][neuron];
                potentials[p][tick][neuron] = integrator.beta() * before + input[neuron];
            }
        }
    }

    /** Sums in the order of source population, source neuron, projection, delay, synapse. */
    private double[] input(int target, int tick) {
        double[] input = new double[network.populations().get(target).size()];
        for (int source = 0; source < network.populations().size(); source++) {
            for (int neuron = 0; neuron < network.populations().get(source).size(); neuron++) {
                for (Projection projection : network.projections()) {
                    if (network.index(projection.source()) == source && network.index(projection.target()) == target) {
                        addRow(projection.synapses(), source, neuron, tick, input);
                    }
                }
            }
        }
        return input;
    }

    private void addRow(Synapses synapses, int source, int neuron, int tick, double[] input) {
        for (int delay = 1; delay <= tick; delay++) {
            if (fired[source][tick - delay][neuron]) {
                for (int s = 0; s < synapses.outDegree(neuron); s++) {
                    if (synapses.delayTicks(neuron, s) == delay) {
                        input[synapses.target(neuron, s)] += synapses.weight(neuron, s);
                        synapticEvents++;
                    }
                }
            }
        }
    }

    private void runLif(LifParameters p, int population, int neuron, int tick, double input) {
        double beta = p.beta().at(neuron);
        double threshold = p.threshold().at(neuron);
        double drive = (1 - beta) * p.rest().at(neuron) + p.bias().at(neuron);
        double before = tick == 0 ? p.initialPotential().at(neuron) : potentials[population][tick - 1][neuron];
        boolean firedLastTick = tick > 0 && fired[population][tick - 1][neuron];
        if (firedWithin(population, neuron, tick, p.refractoryTicks())) {
            potentials[population][tick][neuron] = before;
            return;
        }
        double after;
        if (p.delayedReset() && firedLastTick && p.reset() == Reset.TO_VALUE) {
            after = beta * p.resetPotential().at(neuron) + drive + input;
        } else if (p.delayedReset() && firedLastTick && p.reset() == Reset.TO_VALUE_LOSING_INPUT) {
            after = p.resetPotential().at(neuron);
        } else if (p.delayedReset() && firedLastTick && p.reset() == Reset.BY_SUBTRACTION) {
            after = beta * before + drive + input - threshold;
        } else {
            after = beta * before + drive + input;
        }
        boolean fires = p.strict() ? after > threshold : after >= threshold;
        fired[population][tick][neuron] = fires;
        if (fires && !p.delayedReset()) {
            after = switch (p.reset()) {
                case TO_VALUE, TO_VALUE_LOSING_INPUT -> p.resetPotential().at(neuron);
                case BY_SUBTRACTION -> after - threshold;
                case NONE -> after;
            };
        }
        potentials[population][tick][neuron] = after;
    }

    private boolean firedWithin(int population, int neuron, int tick, int refractoryTicks) {
        for (int t = Math.max(0, tick - refractoryTicks); t < tick; t++) {
            if (fired[population][t][neuron]) {
                return true;
            }
        }
        return false;
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
