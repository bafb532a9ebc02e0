package ganglion.kernel;

import ganglion.kernel.core.CoreTransfer;
import ganglion.kernel.core.HostedNeurons;
import ganglion.kernel.core.NeuroCore;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.kernel.schedule.CoreInputs;
import ganglion.kernel.schedule.Partition;
import java.util.ArrayList;
import java.util.List;

/**
 * Some cores of a network, those of one host or all of them. What is asked of it concerns the neurons of these cores; arrays
 * have a place for every neuron, trace and synapse of the network, and zeros for those that are elsewhere.
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
        Population traced = network.populations().get(population);
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

    /**
     * Takes over a state, before any core has been advanced.
     *
     * @param state with all that concerns the neurons of this part, and the spikes of all neurons
     * @param ticks length of the run from its start
     * @throws IllegalArgumentException if the state does not fit
     */
    public void restore(RunState state, long ticks) {
        transfer().restore(state, ticks);
        eventsBefore = state.synapticEvents();
        updatesBefore = state.neuronUpdates();
    }

    private StateTransfer transfer() {
        return new StateTransfer(network, partition, cores, traced);
    }

    /**
     * The state of the cores, without spikes: each population has an empty raster.
     *
     * @param tick that all of them have come to
     * @throws UnsupportedOperationException if a neuron model cannot be saved
     */
    public RunState state(long tick) {
        finish(tick);
        return transfer().save(tick, noSpikes(), weights(), membranes(tick), activity());
    }

    private List<SpikeRaster> noSpikes() {
        return network.populations().stream()
                .map(population -> SpikeRaster.empty(population.size()))
                .toList();
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

    /** The plastic weights: each core writes those that end on its neurons. */
    public List<PlasticWeights> weights() {
        List<PlasticWeights> weights = new ArrayList<>();
        for (int p = 0; p < network.projections().size(); p++) {
            Projection projection = network.projections().get(p);
            if (projection.plasticity().isPresent()) {
                double[] byPosition = new double[(int) projection.synapses().count()];
                for (NeuroCore core : cores) {
                    core.transfer().copyWeights(p, byPosition);
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
        int size = network.populations().get(population).size();
        double[] potentials = new double[Math.toIntExact(ticks * size)];
        for (NeuroCore core : cores) {
            List<HostedNeurons> hosted = partition.cores().get(core.id());
            for (int h = 0; h < hosted.size(); h++) {
                HostedNeurons run = hosted.get(h);
                if (run.population() == population) {
                    double[] part = core.trace(h);
                    for (int tick = 0; tick < ticks; tick++) {
                        System.arraycopy(part, tick * run.size(), potentials, tick * size + run.first(), run.size());
                    }
                }
            }
        }
        return new MembraneTrace(network.populations().get(population).name(), size, potentials);
    }

    /** A view of the cores after the last tick before one that all of them have come to. */
    public RunSample sample(long tick) {
        return new CoreSample(network, partition, cores, tick);
    }

    /** Looks at cores that are at rest. */
    private static final class CoreSample implements RunSample {

        private final Network network;
        private final Partition partition;
        private final List<NeuroCore> cores;
        private final long tick;

        CoreSample(Network network, Partition partition, List<NeuroCore> cores, long tick) {
            this.network = network;
            this.partition = partition;
            this.cores = cores;
            this.tick = tick;
        }

        @FunctionalInterface
        private interface Reading {

            void read(CoreTransfer core, int hostedIndex, double[] values, int offset);
        }

        @Override
        public double[] potentials(int population) {
            return values(population, (core, hosted, values, offset) -> core.potentials(hosted, tick, values, offset));
        }

        @Override
        public double[] synapticCurrents(int population) {
            return values(population, (core, hosted, values, offset) -> core.currents(hosted, tick, values, offset));
        }

        /** Gathers a value per neuron from all cores that host some of the population. */
        private double[] values(int population, Reading reading) {
            double[] values = new double[network.populations().get(population).size()];
            for (NeuroCore core : cores) {
                List<HostedNeurons> hosted = partition.cores().get(core.id());
                for (int h = 0; h < hosted.size(); h++) {
                    if (hosted.get(h).population() == population) {
                        reading.read(core.transfer(), h, values, hosted.get(h).first());
                    }
                }
            }
            return values;
        }
    }
}
