package ganglion.kernel;

import ganglion.kernel.core.HostedNeurons;
import ganglion.kernel.core.NeuroCore;
import ganglion.kernel.event.SpikeBatch;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.kernel.schedule.Conductor;
import ganglion.kernel.schedule.Partition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A network dealt out to cores, ready to run once. An engine takes the hosts of the {@link #conductor}, carries their mail,
 * and at the end asks for the {@link #result}.
 *
 * <p>The engine decides only which thread runs which host; everything that determines a result is in here. Not
 * thread-safe: hosts may run in different threads, but everything else is for the thread that drives the conductor, and
 * most of it only while the run is at rest.
 */
public final class PartitionedNetwork {

    private final Network network;
    private final Partition partition;
    private final List<Integer> traced;
    private final List<NeuroCore> cores;
    private final Conductor conductor;

    /** Batches that were handed over by {@link #takeSpikes}, but may still be in flight: a state needs them. */
    private final List<SpikeBatch> recent = new ArrayList<>();

    private long taken;

    /** The state that the run continues from; empty if it began at the start. */
    private final Optional<RunState> before;

    /**
     * @param ticks length of the run, at least 0
     * @param traced names of the populations whose membrane potentials are recorded at every tick
     * @throws IllegalArgumentException if a population does not exist, or the traces would be too large for memory
     */
    public PartitionedNetwork(Network network, Partition partition, long ticks, List<String> traced) {
        this(network, partition, ticks, traced, TaskRunner.SEQUENTIAL);
    }

    /** The same with cores laid out in parallel. */
    public PartitionedNetwork(
            Network network, Partition partition, long ticks, List<String> traced, TaskRunner runner) {
        this(network, partition, ticks, traced, runner, Optional.empty());
    }

    /**
     * The same, continuing from a state that the network came to in another run, with any partition.
     *
     * @param ticks length of the run from the start, not from the state
     * @param traced the populations that were traced in the other run
     * @throws IllegalArgumentException if the state is not one of this network, or comes after the end of the run
     */
    public static PartitionedNetwork resumed(
            Network network, Partition partition, long ticks, List<String> traced, TaskRunner runner, RunState from) {
        return new PartitionedNetwork(network, partition, ticks, traced, runner, Optional.of(from));
    }

    private PartitionedNetwork(
            Network network,
            Partition partition,
            long ticks,
            List<String> traced,
            TaskRunner runner,
            Optional<RunState> from) {
        if (ticks < 0) {
            throw new IllegalArgumentException("a run lasts 0 ticks or more, not " + ticks);
        }
        this.network = network;
        this.partition = partition;
        this.traced = traced.stream().map(network::index).distinct().toList();
        this.traced.forEach(population -> checkTraceSize(population, ticks));
        NeuroCore[] built = new NeuroCore[partition.cores().size()];
        runner.run(
                built.length,
                id -> built[id] = new NeuroCore(id, network, partition.cores().get(id), this.traced));
        this.cores = List.of(built);
        this.before = from;
        from.ifPresent(state -> new StateTransfer(network, partition, cores, this.traced).restore(state, ticks));
        this.conductor = new Conductor(
                network, partition, cores, from.map(RunState::tick).orElse(0L), ticks);
    }

    /**
     * The state of the run, from which {@link #resumed} can continue.
     *
     * @throws IllegalStateException unless the conductor is at rest
     * @throws UnsupportedOperationException if a neuron model cannot be saved
     */
    public RunState state() {
        requireRest();
        long tick = conductor.completedTicks();
        StateTransfer transfer = new StateTransfer(network, partition, cores, traced);
        cores.forEach(core -> core.finish(tick));
        List<MembraneTrace> membranes =
                traced.stream().map(population -> trace(population, tick)).toList();
        return transfer.save(tick, spikes(), weights(), membranes, activity(0));
    }

    /** Counts of all cores, and of the run that this one continues. */
    private ActivityCounts activity(long spikes) {
        long events = before.map(RunState::synapticEvents).orElse(0L);
        long updates = before.map(RunState::neuronUpdates).orElse(0L);
        for (NeuroCore core : cores) {
            events += core.synapticEvents();
            updates += core.neuronUpdates();
        }
        return new ActivityCounts(spikes, events, updates);
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

    /** What starts the run, brings it to rest and ends it. */
    public Conductor conductor() {
        return conductor;
    }

    /** The outcome, once the conductor is at rest: of all ticks, or of those before it was stopped. */
    public SimulationResult result() {
        long ticks = conductor.completedTicks();
        cores.forEach(core -> core.finish(ticks));
        List<SpikeRaster> spikes = spikes();
        long spikeCount = spikes.stream().mapToLong(SpikeRaster::size).sum();
        List<MembraneTrace> membranes =
                traced.stream().map(population -> trace(population, ticks)).toList();
        return new SimulationResult(network, ticks, spikes, activity(spikeCount), membranes, weights());
    }

    /** A view of the run after the last of its completed ticks. The run must be at rest. */
    public RunSample sample() {
        requireRest();
        long tick = conductor.completedTicks();
        return new RunSample(network, partition, cores, tick);
    }

    /** The weights of the plastic projections after the last of the completed ticks. The run must be at rest. */
    public List<PlasticWeights> currentWeights() {
        requireRest();
        cores.forEach(core -> core.transfer().catchUp(conductor.completedTicks()));
        return weights();
    }

    /** What the engine has done so far; spikes count as far as {@link #takeSpikes} has handed them over. */
    public ActivityCounts currentActivity() {
        return activity(taken);
    }

    /**
     * Hands over all spikes before the completed ticks that have not been handed over, and forgets them: neither {@link
     * #result} nor {@link #state} has them any more, but for those that a state still needs.
     *
     * @param keepTicks for how long spikes are kept for {@link #state}: {@link Network#memoryTicks}, or 0 if it is not
     *     called any more
     */
    public void takeSpikes(long keepTicks, SpikeConsumer consumer) {
        SpikeDrain drain = new SpikeDrain(network, conductor.emitted(), conductor.completedTicks());
        taken += drain.forEach(consumer);
        recent.addAll(drain.batches());
        if (keepTicks < Long.MAX_VALUE) {
            long from = conductor.completedTicks() - keepTicks;
            recent.removeIf(batch -> batch.tick(batch.size() - 1) < from);
        }
    }

    /** Refuses a look at a run whose cores are at different ticks. */
    private void requireRest() {
        if (!conductor.isAtRest()) {
            throw new IllegalStateException("the state of a run can only be taken while it is at rest");
        }
    }

    /** Gathers the plastic weights: each core writes those that end on its neurons. */
    private List<PlasticWeights> weights() {
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

    /**
     * All spikes by population: those of the state that the run continues from, those kept for a state, and those of
     * the cores.
     */
    private List<SpikeRaster> spikes() {
        List<SpikeRaster.Builder> builders = new ArrayList<>();
        network.populations().forEach(population -> builders.add(SpikeRaster.builder(population.size())));
        before.ifPresent(state -> addAll(state.spikes(), builders));
        add(recent, builders);
        conductor.emitted().forEach(batches -> add(batches, builders));
        return builders.stream().map(SpikeRaster.Builder::build).toList();
    }

    /** Adds the spikes of a core's batches to the rasters of their populations. */
    private void add(List<SpikeBatch> batches, List<SpikeRaster.Builder> builders) {
        for (SpikeBatch batch : batches) {
            for (int i = 0; i < batch.size(); i++) {
                int population = network.populationOf(batch.neuron(i));
                builders.get(population).add(batch.tick(i), batch.neuron(i) - network.firstNeuron(population));
            }
        }
    }

    /** Adds the spikes of a saved state. */
    private static void addAll(List<SpikeRaster> rasters, List<SpikeRaster.Builder> builders) {
        for (int p = 0; p < rasters.size(); p++) {
            SpikeRaster spikes = rasters.get(p);
            for (int i = 0; i < spikes.size(); i++) {
                builders.get(p).add(spikes.tick(i), spikes.neuron(i));
            }
        }
    }

    /** Puts the traces of the cores side by side, tick by tick. */
    private MembraneTrace trace(int population, long ticks) {
        int size = network.populations().get(population).size();
        double[] potentials = new double[Math.toIntExact(ticks * size)];
        for (int core = 0; core < cores.size(); core++) {
            List<HostedNeurons> hosted = partition.cores().get(core);
            for (int h = 0; h < hosted.size(); h++) {
                HostedNeurons run = hosted.get(h);
                if (run.population() == population) {
                    double[] part = cores.get(core).trace(h);
                    for (int tick = 0; tick < ticks; tick++) {
                        System.arraycopy(part, tick * run.size(), potentials, tick * size + run.first(), run.size());
                    }
                }
            }
        }
        return new MembraneTrace(network.populations().get(population).name(), size, potentials);
    }
}
