package ganglion.kernel;

import ganglion.kernel.core.NeuroCore;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.neuron.WorkClock.Work;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.kernel.schedule.Conductor;
import ganglion.kernel.schedule.Host;
import ganglion.kernel.schedule.Layout;
import ganglion.kernel.schedule.Partition;
import ganglion.kernel.schedule.Wiring;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A network dealt out to cores, ready to run once. An engine takes the {@link #hosts}, carries their mail,
 * and at the end asks for the {@link #result}.
 *
 * <p>The engine decides only which thread runs which host; everything that determines a result is in here. Not
 * thread-safe: hosts may run in different threads, but everything else is for the thread that drives the conductor, and
 * most of it only while the run is at rest.
 */
public final class PartitionedNetwork implements RunningNetwork {

    private final Network network;
    private final NetworkPart part;
    private final Wiring wiring;
    private final Conductor conductor;
    private final CollectedSpikes spikes;

    /** The tick at which the run begins, or continues. */
    private final long from;

    private List<Host> hosts = List.of();

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
        int[] all = IntStream.range(0, partition.cores().size()).toArray();
        this.part = new NetworkPart(network, partition, all, traced, ticks, runner);
        from.ifPresent(state -> part.restore(state, ticks));
        this.from = from.map(RunState::tick).orElse(0L);
        this.wiring = Wiring.of(part.inputs());
        long nextTick =
                part.cores().stream().mapToLong(NeuroCore::nextTick).min().orElse(Long.MAX_VALUE);
        this.conductor = new Conductor(wiring, nextTick, this.from, ticks);
        this.spikes = new CollectedSpikes(
                network, conductor, from.map(RunState::spikes).orElse(List.of()));
    }

    /** {@inheritDoc} See {@link #resumed}. */
    @Override
    public RunState state() {
        requireRest();
        return part.state(completedTicks()).withSpikes(spikes.rasters());
    }

    /** The cores, by number. */
    public List<NeuroCore> cores() {
        return part.cores();
    }

    /**
     * The hosts of the cores, which are {@link Layout#inTurn dealt out in turn}. To be called once, before the conductor gives
     * leave; later calls give the same hosts.
     *
     * @param count number of hosts, at least 1; no more are made than there are cores, and at least one
     */
    public List<Host> hosts(int count) {
        if (hosts.isEmpty()) {
            Layout layout = Layout.inTurn(wiring, count);
            conductor.expect(layout.hostCount());
            hosts = layout.hosts(part.cores(), from);
        }
        return hosts;
    }

    /** What starts the run, brings it to rest and ends it. */
    public Conductor conductor() {
        return conductor;
    }

    /** The outcome, once the conductor is at rest: of all ticks, or of those before it was stopped. */
    public SimulationResult result() {
        long ticks = completedTicks();
        part.finish(ticks);
        List<SpikeRaster> rasters = spikes.rasters();
        long count = rasters.stream().mapToLong(SpikeRaster::size).sum();
        return new SimulationResult(
                network, ticks, rasters, part.activity().withSpikes(count), part.membranes(ticks), part.weights());
    }

    @Override
    public long completedTicks() {
        return conductor.completedTicks();
    }

    @Override
    public ActivityCounts currentActivity() {
        return part.activity().withSpikes(spikes.taken());
    }

    @Override
    public Map<Work, Double> work() {
        return part.work();
    }

    @Override
    public RunSample sample() {
        requireRest();
        return part.sample(completedTicks());
    }

    @Override
    public List<PlasticWeights> currentWeights() {
        requireRest();
        part.catchUp(completedTicks());
        return part.weights();
    }

    @Override
    public void takeSpikes(long keepTicks, SpikeConsumer consumer) {
        spikes.take(keepTicks, consumer);
    }

    /** Refuses a look at a run whose cores are at different ticks. */
    private void requireRest() {
        if (!conductor.isAtRest()) {
            throw new IllegalStateException("the state of a run can only be taken while it is at rest");
        }
    }
}
