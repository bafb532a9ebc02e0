package ganglion.runtime.cluster;

import ganglion.kernel.ActivityCounts;
import ganglion.kernel.RunState;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.StateChecks;
import ganglion.kernel.checkpoint.NetworkFingerprint;
import ganglion.kernel.checkpoint.PartFormat;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.NetworkSummary;
import ganglion.kernel.schedule.Conductor;
import ganglion.kernel.schedule.CoreInputs;
import ganglion.kernel.schedule.Leave;
import ganglion.kernel.schedule.Wiring;
import ganglion.runtime.MembraneProbe;
import ganglion.runtime.Progress;
import ganglion.runtime.RunControl;
import ganglion.runtime.RunOptions;
import ganglion.runtime.cluster.RunNodes.NodeBusyException;
import ganglion.runtime.cluster.RunNodes.NodeLostException;
import ganglion.runtime.wire.Assignment;
import ganglion.runtime.wire.Message;
import ganglion.runtime.wire.References;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * One run on several nodes. The constructor waits until all have built their shares. If a node is lost, its share goes to those that are left, and the run goes on
 * from the last state that the leader has. Not thread-safe.
 */
public final class ClusterRun {

    /** How often a caller is asked whether to stop while nothing is heard. */
    private static final long POLL_MILLISECONDS = 100;

    /** Losses one after the other without progress, beyond one of each node: more are no accident. */
    private static final int MOST_LOSSES = 5;

    /** Times that busy nodes are asked again, a second or more later: they find out in some ten seconds that their run has died. */
    private static final int MOST_WAITS = 20;

    private static final double NANOSECONDS = 1e9;

    private final ClusterLeader leader;
    private final ClusterJob job;
    private final RunOptions options;
    private final List<String> traced;
    private final List<Integer> tracedIndices;
    private final int wanted;
    private Assignment assignment;
    private RunNodes runNodes;
    private NetworkSummary summary;
    private long synapseFingerprint;
    private int lossesInAll;

    /** When the run began, or went on, and the clock by which that is known. */

    /** @param nodes number of nodes that it begins with */
    ClusterRun(ClusterLeader leader, ClusterJob job, int nodes, RunOptions options) {
        this.leader = leader;
        this.job = job;
        this.options = options;
        this.wanted = nodes;
        this.traced =
                options.membranes().stream().map(MembraneProbe::population).toList();
        this.tracedIndices = traced.stream().map(job.view()::index).distinct().toList();
        int losses = 0;
        int waits = 0;
        while (summary == null) {
            leader.catchUp();
            try {
                prepare();
            } catch (NodeBusyException e) {
                runNodes.tellNodes(new Message.Release());
                if (leader.reachable() >= nodes) {
                    continue;
                }
                if (++waits > MOST_WAITS) {
                    throw new ClusterException(
                            "found " + leader.reachable() + " free nodes, expected " + nodes + ": " + e.getMessage());
                }
                leader.awaitBusy();
            } catch (NodeLostException e) {
                runNodes.tellNodes(new Message.Release());
                tellUnlessKnown(e);
                if (++losses > MOST_LOSSES + nodes) {
                    throw new ClusterException(e.getMessage());
                }
            }
        }
    }

    /** Has as many nodes as there are, but no more than are wanted, build their shares. */
    private void prepare() throws NodeLostException {
        int nodes = Math.min(wanted, leader.reachable());
        assignment = Assignment.even(job.view(), nodes, options.threads(), options.neuronsPerActor());
        runNodes = leader.nodesOfRun(nodes);
        for (int node = 0; node < nodes; node++) {
            runNodes.tellNode(
                    node,
                    new Message.Prepare(
                            leader.settings().version(),
                            job.description(),
                            node,
                            assignment,
                            traced,
                            job.ticks(),
                            References.write(leader.self(), leader.system())));
        }
        List<Message.Built> built = runNodes.awaitBuilt();
        summary = RunNodes.summary(built);
        synapseFingerprint =
                built.stream().mapToLong(Message.Built::fingerprint).sum();
    }

    /** The nodes that run the network: this process first, the others as {@code HOST:PORT}. */
    public List<String> nodes() {
        return IntStream.range(0, runNodes.size()).mapToObj(runNodes::place).toList();
    }

    /** How often nodes were lost, or the run went back for another reason. */
    public int losses() {
        return lossesInAll;
    }

    /** What is known of the synapses of all nodes together. */
    public NetworkSummary summary() {
        return summary;
    }

    /** The fingerprint of the whole network, as checkpoints have it. */
    public long fingerprint() {
        return NetworkFingerprint.of(job.view(), synapseFingerprint);
    }

    /** The sum of the fingerprints of all synapses. */
    public long synapseFingerprint() {
        return synapseFingerprint;
    }

    /**
     * Runs to the end.
     *
     * @param from the state to continue from; empty to begin at the start
     * @param clock a monotonic clock in nanoseconds, by which states are taken often enough but not too often; no result depends on it
     * @throws IllegalArgumentException if the state is not one of this network
     * @throws ClusterException if nodes are lost one after the other
     */
    public SimulationResult run(RunControl control, Optional<RunState> from, LongSupplier clock) {
        from.ifPresent(state -> new StateChecks(job.view(), tracedIndices).check(state, job.ticks()));
        Rewinding rewinding = new Rewinding(control, from, clock);
        ClusterNetwork.DeliveredSpikes delivered = new ClusterNetwork.DeliveredSpikes(summary.memoryTicks(job.view()));
        try {
            return conductToTheEnd(rewinding, delivered);
        } finally {
            runNodes.tellNodes(new Message.Release());
        }
    }

    private SimulationResult conductToTheEnd(Rewinding rewinding, ClusterNetwork.DeliveredSpikes delivered) {
        long lostAt = -1;
        int losses = 0;
        while (true) {
            try {
                if (losses > 0) {
                    prepare();
                }
                return conduct(rewinding, delivered);
            } catch (NodeLostException e) {
                runNodes.tellNodes(new Message.Release());
                tellUnlessKnown(e);
                leader.catchUp();
                lossesInAll++;
                rewinding.goBack();
                long tick = rewinding.state().map(RunState::tick).orElse(0L);
                losses = tick == lostAt ? losses + 1 : 1;
                lostAt = tick;
                if (losses > MOST_LOSSES + wanted) {
                    throw new ClusterException(
                            "gave up after " + losses + " losses without progress: " + e.getMessage());
                }
            }
        }
    }

    /** Of a node that is gone the leader has told already. */
    private void tellUnlessKnown(NodeLostException loss) {
        if (!loss.isGone()) {
            leader.tell(new ClusterNews.Interrupted(loss.getMessage()));
        }
    }

    private SimulationResult conduct(Rewinding control, ClusterNetwork.DeliveredSpikes delivered)
            throws NodeLostException {
        Optional<RunState> from = control.state();
        long start = from.map(RunState::tick).orElse(0L);
        runNodes.tellNodes(new Message.LayOut(summary));
        List<Message.LaidOut> laidOut = runNodes.awaitLaidOut();
        List<CoreInputs> inputs = RunNodes.inputs(assignment, laidOut);
        runNodes.meet(
                laidOut.stream().flatMap(node -> node.hosts().stream()).toList(),
                reference -> References.read(reference, leader.system()));
        from.ifPresent(this::restore);
        runNodes.tellHosts(new Message.Begin(start, inputs, runNodes.hostReferences()));
        long nextTick = runNodes.awaitReady();
        control.goOn()
                .ifPresent(lost -> leader.tell(new ClusterNews.Recovered(start, lost / NANOSECONDS, runNodes.size())));
        Conductor conductor = new Conductor(Wiring.of(inputs), nextTick, start, job.ticks());
        conductor.expect(runNodes.hosts());
        ClusterNetwork network = new ClusterNetwork(
                job.view(),
                assignment,
                tracedIndices,
                runNodes,
                conductor,
                from.map(RunState::spikes).orElse(List.of()),
                from.map(state -> new ActivityCounts(0, state.synapticEvents(), state.neuronUpdates()))
                        .orElse(new ActivityCounts(0, 0, 0)),
                delivered);
        try {
            drive(conductor, new Progress(network, conductor, control));
            return network.result();
        } catch (ClusterNetwork.Interrupted e) {
            throw e.getCause();
        }
    }

    private void restore(RunState whole) {
        RunState state = whole.withSpikes(recent(whole));
        for (int host = 0; host < runNodes.hosts(); host++) {
            PartFormat format =
                    new PartFormat(job.view(), assignment.partition(), assignment.coresOf(host), tracedIndices);
            runNodes.tellHost(host, new Message.Restore(HostState.write(format, state)));
        }
    }

    /** The spikes that still matter to what comes after a state. */
    private List<SpikeRaster> recent(RunState state) {
        long memory = summary.memoryTicks(job.view());
        if (memory >= state.tick()) {
            return state.spikes();
        }
        List<SpikeRaster> recent = new ArrayList<>();
        for (SpikeRaster all : state.spikes()) {
            SpikeRaster.Builder late = SpikeRaster.builder(all.neuronCount());
            for (int i = 0; i < all.size(); i++) {
                if (all.tick(i) >= state.tick() - memory) {
                    late.add(all.tick(i), all.neuron(i));
                }
            }
            recent.add(late.build());
        }
        return recent;
    }

    private void drive(Conductor conductor, Progress progress) throws NodeLostException {
        while (true) {
            Optional<Leave> leave = progress.next();
            if (progress.hasEnded()) {
                return;
            }
            leave.ifPresent(given -> runNodes.tellHosts(new Message.Run(given)));
            Optional<Message> message = runNodes.poll(POLL_MILLISECONDS);
            while (message.isPresent()) {
                if (message.get() instanceof Message.Heard heard) {
                    conductor.report(heard.report());
                }
                message = runNodes.poll(0);
            }
        }
    }
}
