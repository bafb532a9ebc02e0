package ganglion.kernel;

import ganglion.kernel.core.CoreTransfer;
import ganglion.kernel.core.HostedNeurons;
import ganglion.kernel.core.NeuroCore;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.neuron.WorkClock;
import ganglion.kernel.neuron.WorkClock.Work;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.kernel.schedule.CoreInputs;
import ganglion.kernel.schedule.Partition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Some cores of a network, those of one host or all of them. What is asked of it concerns the neurons of these cores; arrays
 * have a place for every neuron, trace and synapse of the network, and zeros for those that are elsewhere. A state knows no
 * cores, which is why a run can be resumed with another number of threads.
 *
 * <p>Not thread-safe: for the thread that has the cores advanced, while they are at rest.
 */
public final class NetworkPart {

    private final Network network;
    private final Partition partition;
    private final List<Integer> traced;
    private final List<NeuroCore> cores;

    /** What the engine had done before the run, or this part of it, began. */
    private long eventsBefore;

    private long updatesBefore;

    /**
     * Lays out cores.
     *
     * @param network with all synapses that end on neurons of these cores
     * @param partition of the whole network
     * @param numbers of the cores of this part, ascending
     * @param traced names of the populations whose membrane potentials are recorded at every tick
     * @param ticks length of the run
     * @throws IllegalArgumentException if a population does not exist, or the traces would be too large for memory
     */
    public NetworkPart(
            Network network, Partition partition, int[] numbers, List<String> traced, long ticks, TaskRunner runner) {
        this.network = network;
        this.partition = partition;
        this.traced = traced.stream().map(network::index).distinct().toList();
        this.traced.forEach(population -> checkTraceSize(population, ticks));
        NeuroCore[] built = new NeuroCore[numbers.length];
        runner.run(
                built.length,
                i -> built[i] =
                        new NeuroCore(numbers[i], network, partition.cores().get(numbers[i]), this.traced));
        this.cores = List.of(built);
    }

    /** Refuses a trace that does not fit into one array, before anything is run for it. */
    private void checkTraceSize(int population, long ticks) {
        Population traced = network.population(population);
        if (ticks > (Integer.MAX_VALUE - 8) / traced.size()) {
            throw new IllegalArgumentException("the membrane trace of population " + traced.name() + " would hold "
                    + ticks + " ticks of " + traced.size() + " neurons, more than fits into memory");
        }
    }

    /** The cores, by number. */
    public List<NeuroCore> cores() {
        return cores;
    }

    /** What reaches each of the cores. */
    public List<CoreInputs> inputs() {
        return CoreInputs.of(network, partition, cores);
    }

    @FunctionalInterface
    private interface RunConsumer {

        void accept(NeuroCore core, int hostedIndex, HostedNeurons run);
    }

    /** Passes on each run of hosted neurons with its core. */
    private void forEachRun(RunConsumer consumer) {
        for (NeuroCore core : cores) {
            List<HostedNeurons> hosted = partition.cores().get(core.id());
            for (int h = 0; h < hosted.size(); h++) {
                consumer.accept(core, h, hosted.get(h));
            }
        }
    }

    /** Words before the state of a run in that of its population. */
    private int offset(HostedNeurons run) {
        return run.first()
                * RunState.wordsOfNeuron(network.population(run.population()).model());
    }

    /**
     * Takes over a state, before any core has been advanced. Neurons come before spikes: a replayed spike may be due at
     * the first tick.
     *
     * @param state with all that concerns the neurons of this part, and the spikes of all neurons
     * @param ticks length of the run from its start
     * @throws IllegalArgumentException if the state does not fit
     */
    public void restore(RunState state, long ticks) {
        new StateChecks(network, traced).check(state, ticks);
        long tick = state.tick();
        cores.forEach(core -> core.transfer().resumeAt(tick));
        forEachRun((core, hostedIndex, run) -> {
            long[] words = state.neurons().get(run.population());
            core.transfer().restoreNeurons(hostedIndex, tick, words, offset(run));
            int trace = traced.indexOf(run.population());
            if (trace >= 0) {
                core.transfer()
                        .restoreTrace(hostedIndex, tick, cut(state.membranes().get(trace), run));
            }
        });
        cores.forEach(core -> restore(state, core.transfer()));
        eventsBefore = state.synapticEvents();
        updatesBefore = state.neuronUpdates();
    }

    /**
     * The state of the cores, without spikes: each population has an empty raster.
     *
     * @param tick that all of them have come to
     * @throws UnsupportedOperationException if a neuron model cannot be saved
     */
    public RunState state(long tick) {
        finish(tick);
        List<long[]> neurons = new ArrayList<>();
        List<SpikeRaster> noSpikes = new ArrayList<>();
        for (Population population : network.populations()) {
            neurons.add(new long[population.size() * RunState.wordsOfNeuron(population.model())]);
            noSpikes.add(SpikeRaster.empty(population.size()));
        }
        forEachRun((core, hostedIndex, run) ->
                core.transfer().saveNeurons(hostedIndex, tick, neurons.get(run.population()), offset(run)));
        IntStream.Builder wishNeurons = IntStream.builder();
        LongStream.Builder wishTicks = LongStream.builder();
        cores.forEach(core -> core.transfer().forEachWish((neuron, wished) -> {
            wishNeurons.add(neuron);
            wishTicks.add(wished);
        }));
        ActivityCounts activity = activity();
        return new RunState(
                tick,
                neurons,
                wishNeurons.build().toArray(),
                wishTicks.build().toArray(),
                weights(),
                noSpikes,
                membranes(tick),
                activity.synapticEvents(),
                activity.neuronUpdates());
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
            core.restoreNumbers(weights.projection(), weights.byPosition(), state.tick());
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

    /** Completes membrane traces and plastic weights up to a tick, exclusive, that all cores have come to. */
    public void finish(long tick) {
        cores.forEach(core -> core.finish(tick));
    }

    /** Brings plastic weights up to date with all that is certain before a tick that all cores have come to. */
    public void catchUp(long tick) {
        cores.forEach(core -> core.transfer().catchUp(tick));
    }

    /** Synaptic events and updates of all cores, and those of a state that was taken over; no spikes. */
    public ActivityCounts activity() {
        long events = eventsBefore;
        long updates = updatesBefore;
        for (NeuroCore core : cores) {
            events += core.synapticEvents();
            updates += core.neuronUpdates();
        }
        return new ActivityCounts(0, events, updates);
    }

    /** See {@link WorkClock#shares}. */
    Map<Work, Double> work() {
        return WorkClock.shares(cores.stream().map(NeuroCore::clock).toList());
    }

    /** The plastic weights, and what their synapses have of their own: each core writes those that end on its neurons. */
    public List<PlasticWeights> weights() {
        List<PlasticWeights> weights = new ArrayList<>();
        for (int p = 0; p < network.projections().size(); p++) {
            Projection projection = network.projection(p);
            if (projection.plasticity().isPresent()) {
                double[] byPosition = new double[projection.plasticNumbers()];
                for (NeuroCore core : cores) {
                    core.transfer().copyNumbers(p, byPosition);
                }
                weights.add(new PlasticWeights(p, byPosition));
            }
        }
        return weights;
    }

    /** The recorded membrane potentials at all ticks before one that {@link #finish} was called with. */
    public List<MembraneTrace> membranes(long ticks) {
        return traced.stream().map(population -> trace(population, ticks)).toList();
    }

    /** Puts the traces of the cores side by side, tick by tick. */
    private MembraneTrace trace(int population, long ticks) {
        int size = network.population(population).size();
        double[] potentials = new double[Math.toIntExact(ticks * size)];
        forEachRun((core, hostedIndex, run) -> {
            if (run.population() == population) {
                double[] part = core.trace(hostedIndex);
                for (int tick = 0; tick < ticks; tick++) {
                    System.arraycopy(part, tick * run.size(), potentials, tick * size + run.first(), run.size());
                }
            }
        });
        return new MembraneTrace(network.population(population).name(), size, potentials);
    }

    /** A view of the cores after the last tick before one that all of them have come to. */
    public RunSample sample(long tick) {
        return new RunSample() {

            @Override
            public double[] potentials(int population) {
                return values(
                        population, (core, hosted, run, values) -> core.potentials(hosted, tick, values, run.first()));
            }

            @Override
            public double[] states(int population, int state) {
                return values(
                        population,
                        (core, hosted, run, values) -> core.states(hosted, state, tick, values, run.first()));
            }
        };
    }

    @FunctionalInterface
    private interface Reading {

        void read(CoreTransfer core, int hostedIndex, HostedNeurons run, double[] values);
    }

    /** Gathers a value per neuron from all cores that host some of the population. */
    private double[] values(int population, Reading reading) {
        double[] values = new double[network.population(population).size()];
        forEachRun((core, hostedIndex, run) -> {
            if (run.population() == population) {
                reading.read(core.transfer(), hostedIndex, run, values);
            }
        });
        return values;
    }
}
