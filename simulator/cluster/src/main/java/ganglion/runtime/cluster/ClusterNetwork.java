package ganglion.runtime.cluster;

import ganglion.kernel.ActivityCounts;
import ganglion.kernel.CollectedSpikes;
import ganglion.kernel.PlasticWeights;
import ganglion.kernel.RunSample;
import ganglion.kernel.RunState;
import ganglion.kernel.RunningNetwork;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.SpikeConsumer;
import ganglion.kernel.checkpoint.PartFormat;
import ganglion.kernel.checkpoint.StateAssembly;
import ganglion.kernel.core.HostedNeurons;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.schedule.Conductor;
import ganglion.runtime.cluster.RunNodes.NodeLostException;
import ganglion.runtime.wire.Assignment;
import ganglion.runtime.wire.Message;
import ganglion.runtime.wire.WireInput;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A network that runs on several nodes, seen from its leader. What is asked of it at rest, it asks the hosts, and waits for their
 * answers.
 */
final class ClusterNetwork implements RunningNetwork {

    private final Network network;
    private final Assignment assignment;
    private final List<Integer> traced;
    private final RunNodes runNodes;
    private final Conductor conductor;
    private final CollectedSpikes spikes;
    private final DeliveredSpikes delivered;

    /** What was counted before the state that the run continues from. */
    private final ActivityCounts before;

    private long questions;

    /**
     * @param network its plastic projections have all their synapses; others may have none
     * @param traced indices of the populations whose membrane potentials are recorded
     * @param spikesBefore the spikes of the state that the run continues from; empty at the start
     * @param before what was counted before that state
     * @param delivered which spikes have been handed over
     */
    ClusterNetwork(
            Network network,
            Assignment assignment,
            List<Integer> traced,
            RunNodes runNodes,
            Conductor conductor,
            List<SpikeRaster> spikesBefore,
            ActivityCounts before,
            DeliveredSpikes delivered) {
        this.delivered = delivered;
        this.network = network;
        this.assignment = assignment;
        this.traced = List.copyOf(traced);
        this.runNodes = runNodes;
        this.conductor = conductor;
        this.spikes = new CollectedSpikes(network, conductor, spikesBefore);
        this.before = before;
    }

    /** A node is gone while the run is asked for something. */
    static final class Interrupted extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Interrupted(NodeLostException cause) {
            super(cause);
        }

        @Override
        public synchronized NodeLostException getCause() {
            return (NodeLostException) super.getCause();
        }
    }

    /** Asks all hosts, and returns their answers by host. */
    private List<byte[]> ask(Message.Topic topic, int population, int state) {
        requireRest();
        long number = questions++;
        runNodes.tellHosts(new Message.Question(number, topic, completedTicks(), population, state));
        byte[][] answers = new byte[runNodes.hosts()][];
        int missing = answers.length;
        try {
            while (missing > 0) {
                Message message = runNodes.next();
                if (message instanceof Message.Answer answer && answer.number() == number) {
                    answers[answer.host()] = answer.bytes();
                    missing--;
                } else if (message instanceof Message.NoAnswer none && none.number() == number) {
                    throw new UnsupportedOperationException(none.reason());
                } else if (message instanceof Message.Heard heard) {
                    conductor.report(heard.report());
                }
            }
        } catch (NodeLostException e) {
            throw new Interrupted(e);
        }
        return List.of(answers);
    }

    private void requireRest() {
        if (!conductor.isAtRest()) {
            throw new IllegalStateException("the state of a run can only be taken while it is at rest");
        }
    }

    /** Asks for what is read with a {@link PartFormat}. */
    private StateAssembly gather(Message.Topic topic, List<Integer> traces) {
        StateAssembly all = new StateAssembly(network, traces, completedTicks());
        List<byte[]> answers = ask(topic, 0, 0);
        for (int host = 0; host < answers.size(); host++) {
            PartFormat format = new PartFormat(network, assignment.partition(), assignment.coresOf(host), traces);
            try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(answers.get(host)))) {
                format.read(in, all);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    @Override
    public long completedTicks() {
        return conductor.completedTicks();
    }

    @Override
    public ActivityCounts currentActivity() {
        ActivityCounts counts = before;
        for (byte[] answer : ask(Message.Topic.ACTIVITY, 0, 0)) {
            WireInput in = new WireInput(answer);
            counts = counts.plus(new ActivityCounts(0, in.readLong(), in.readLong()));
        }
        return counts.withSpikes(delivered.count());
    }

    @Override
    public RunSample sample() {
        requireRest();
        return new RunSample() {

            @Override
            public double[] potentials(int population) {
                return values(Message.Topic.POTENTIALS, population, 0);
            }

            @Override
            public double[] states(int population, int state) {
                return values(Message.Topic.STATES, population, state);
            }
        };
    }

    private double[] values(Message.Topic topic, int population, int state) {
        double[] values = new double[network.population(population).size()];
        List<byte[]> answers = ask(topic, population, state);
        for (int host = 0; host < answers.size(); host++) {
            WireInput in = new WireInput(answers.get(host));
            for (int core : assignment.coresOf(host)) {
                for (HostedNeurons run : assignment.partition().cores().get(core)) {
                    if (run.population() == population) {
                        for (int i = run.first(); i < run.first() + run.size(); i++) {
                            values[i] = in.readDouble();
                        }
                    }
                }
            }
        }
        return values;
    }

    @Override
    public List<PlasticWeights> currentWeights() {
        return gather(Message.Topic.WEIGHTS, List.of()).weights();
    }

    @Override
    public RunState state() {
        StateAssembly all = gather(Message.Topic.STATE, traced);
        RunState state = all.state(spikes.rasters());
        return new RunState(
                state.tick(),
                state.neurons(),
                state.wishNeurons(),
                state.wishTicks(),
                state.weights(),
                state.spikes(),
                state.membranes(),
                state.synapticEvents() + before.synapticEvents(),
                state.neuronUpdates() + before.neuronUpdates());
    }

    @Override
    public void takeSpikes(long keepTicks, SpikeConsumer consumer) {
        spikes.take(delivered.keepTicks(keepTicks), delivered.after(completedTicks(), consumer));
    }

    /** The outcome, once the conductor is at rest: of all ticks, or of those before it was stopped. */
    SimulationResult result() {
        StateAssembly all = gather(Message.Topic.RESULT, traced);
        List<SpikeRaster> rasters = new ArrayList<>(spikes.rasters());
        long count = rasters.stream().mapToLong(SpikeRaster::size).sum();
        return new SimulationResult(
                network,
                completedTicks(),
                rasters,
                all.activity().plus(before).withSpikes(count),
                all.membranes(),
                all.weights());
    }

    /**
     * Which spikes of a run have been handed over. When a run goes back to an earlier state, it fires the same spikes again, which must
     * not be handed over twice. Not thread-safe.
     */
    static final class DeliveredSpikes {

        private final long memoryTicks;

        /** All spikes before this tick have been handed over. */
        private long until;

        private long count;

        /** @param memoryTicks for how many ticks states need spikes */
        DeliveredSpikes(long memoryTicks) {
            this.memoryTicks = memoryTicks;
        }

        /** For how long spikes are kept: the run may go back to an earlier state at any time. */
        long keepTicks(long wanted) {
            return Math.max(memoryTicks, wanted);
        }

        /** Number of spikes that have been handed over. */
        long count() {
            return count;
        }

        /**
         * Passes on spikes that have not been passed on.
         *
         * @param completedTicks the tick before which all are passed on now
         */
        SpikeConsumer after(long completedTicks, SpikeConsumer consumer) {
            long from = until;
            until = Math.max(until, completedTicks);
            return (tick, population, neuron) -> {
                if (tick >= from) {
                    count++;
                    consumer.spike(tick, population, neuron);
                }
            };
        }
    }
}
