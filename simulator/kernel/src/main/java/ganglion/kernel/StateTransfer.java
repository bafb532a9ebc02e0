package ganglion.kernel;

import ganglion.kernel.core.CoreTransfer;
import ganglion.kernel.core.HostedNeurons;
import ganglion.kernel.core.NeuroCore;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.schedule.Partition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gathers the state of cores into that of their network, and deals it out to cores, whichever neurons they host. The
 * state of a network knows no cores, which is why a run can be resumed with another number of threads.
 */
final class StateTransfer {

    private final Network network;
    private final Partition partition;
    private final List<NeuroCore> cores;
    private final List<Integer> traced;

    StateTransfer(Network network, Partition partition, List<NeuroCore> cores, List<Integer> traced) {
        this.network = network;
        this.partition = partition;
        this.cores = cores;
        this.traced = traced;
    }

    /**
     * Gathers the state of all cores at rest.
     *
     * @param tick all ticks before it are complete
     */
    RunState save(
            long tick,
            List<SpikeRaster> spikes,
            List<PlasticWeights> weights,
            List<MembraneTrace> membranes,
            ActivityCounts activity) {
        List<long[]> neurons = new ArrayList<>();
        network.populations()
                .forEach(population ->
                        neurons.add(new long[population.size() * RunState.wordsOfNeuron(population.model())]));
        forEachHosted((core, hostedIndex, run) -> {
            int offset = run.first() * RunState.wordsOfNeuron(model(run));
            core.saveNeurons(hostedIndex, tick, neurons.get(run.population()), offset);
        });
        Wishes wishes = new Wishes();
        cores.forEach(core -> core.transfer().forEachWish(wishes::add));
        return new RunState(
                tick,
                neurons,
                Arrays.copyOf(wishes.neurons, wishes.size),
                Arrays.copyOf(wishes.ticks, wishes.size),
                weights,
                spikes,
                membranes,
                activity.synapticEvents(),
                activity.neuronUpdates());
    }

    /** The model of a run of hosted neurons. */
    private NeuronModel model(HostedNeurons run) {
        return network.populations().get(run.population()).model();
    }

    @FunctionalInterface
    private interface HostedConsumer {

        void accept(CoreTransfer core, int hostedIndex, HostedNeurons run);
    }

    /** Passes on each run of hosted neurons with the way into its core. */
    private void forEachHosted(HostedConsumer consumer) {
        for (NeuroCore core : cores) {
            CoreTransfer transfer = core.transfer();
            List<HostedNeurons> hosted = partition.cores().get(core.id());
            for (int h = 0; h < hosted.size(); h++) {
                consumer.accept(transfer, h, hosted.get(h));
            }
        }
    }

    /**
     * Puts a state into cores that have not been advanced. Neurons come before spikes: a replayed spike may be due at
     * the first tick.
     *
     * @param ticks length of the run, from its start
     * @throws IllegalArgumentException if the state does not fit
     */
    void restore(RunState state, long ticks) {
        new StateChecks(network, traced).check(state, ticks);
        long tick = state.tick();
        cores.forEach(core -> core.transfer().resumeAt(tick));
        forEachHosted((core, hostedIndex, run) -> {
            long[] words = state.neurons().get(run.population());
            core.restoreNeurons(hostedIndex, tick, words, run.first() * RunState.wordsOfNeuron(model(run)));
            int trace = traced.indexOf(run.population());
            if (trace >= 0) {
                core.restoreTrace(hostedIndex, tick, cut(state.membranes().get(trace), run));
            }
        });
        for (NeuroCore core : cores) {
            restore(state, core.transfer());
        }
    }

    /**
     * What every core takes from the state of the whole network: it picks out what concerns its own neurons. Weights
     * come before the spikes that are replayed, which then only extend the traces.
     */
    private static void restore(RunState state, CoreTransfer core) {
        for (int i = 0; i < state.wishTicks().length; i++) {
            core.restoreWish(state.wishNeurons()[i], state.wishTicks()[i]);
        }
        for (PlasticWeights weights : state.weights()) {
            core.restoreWeights(weights.projection(), weights.byPosition(), state.tick());
        }
        replay(state, core);
    }

    /** Replays all spikes of the past in order of (tick, neuron): the rasters of the populations, merged. */
    private static void replay(RunState state, CoreTransfer core) {
        List<SpikeRaster> rasters = state.spikes();
        int[] next = new int[rasters.size()];
        long tick = 0;
        while (tick < Long.MAX_VALUE) {
            long nextTick = Long.MAX_VALUE;
            int firstNeuron = 0;
            for (int p = 0; p < next.length; p++) {
                SpikeRaster spikes = rasters.get(p);
                while (next[p] < spikes.size() && spikes.tick(next[p]) == tick) {
                    core.replay(tick, firstNeuron + spikes.neuron(next[p]++), state.tick());
                }
                if (next[p] < spikes.size()) {
                    nextTick = Math.min(nextTick, spikes.tick(next[p]));
                }
                firstNeuron += spikes.neuronCount();
            }
            tick = nextTick;
        }
    }

    /** The part of a trace that belongs to some neurons. */
    private static double[] cut(MembraneTrace trace, HostedNeurons run) {
        double[] part = new double[trace.ticks() * run.size()];
        for (int tick = 0; tick < trace.ticks(); tick++) {
            System.arraycopy(
                    trace.potentials(), tick * trace.neuronCount() + run.first(), part, tick * run.size(), run.size());
        }
        return part;
    }

    /** A growing list of neurons and ticks. */
    private static final class Wishes {

        private int[] neurons = new int[16];
        private long[] ticks = new long[16];
        private int size;

        void add(int neuron, long tick) {
            if (size == ticks.length) {
                neurons = Arrays.copyOf(neurons, 2 * size);
                ticks = Arrays.copyOf(ticks, 2 * size);
            }
            neurons[size] = neuron;
            ticks[size++] = tick;
        }
    }
}
