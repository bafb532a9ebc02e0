package ganglion.runtime.cluster;

import ganglion.kernel.ActivityCounts;
import ganglion.kernel.MembraneTrace;
import ganglion.kernel.NetworkPart;
import ganglion.kernel.PlasticWeights;
import ganglion.kernel.RunState;
import ganglion.kernel.checkpoint.PartFormat;
import ganglion.kernel.core.HostedNeurons;
import ganglion.kernel.core.NeuroCore;
import ganglion.kernel.network.Network;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.runtime.wire.Assignment;
import ganglion.runtime.wire.Message;
import ganglion.runtime.wire.WireOutput;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The cores of one host, and what can be asked of them while they are at rest. Not thread-safe: for the actor of the host. */
final class HostedPart {

    private final Network network;
    private final Assignment assignment;
    private final int[] cores;
    private final List<Integer> traced;
    private final long ticks;
    private final NetworkPart part;
    private final PartFormat format;

    /** Without traces, which are not asked for while a run goes on. */
    private final PartFormat weightFormat;

    /**
     * @param network with all synapses that end on neurons of the host
     * @param host its number
     * @param traced names of the populations whose membrane potentials are recorded
     * @param ticks length of the run
     */
    HostedPart(Network network, Assignment assignment, int host, List<String> traced, long ticks) {
        this.network = network;
        this.assignment = assignment;
        this.cores = assignment.coresOf(host);
        this.traced = traced.stream().map(network::index).distinct().toList();
        this.ticks = ticks;
        this.part = new NetworkPart(network, assignment.partition(), cores, traced, ticks, TaskRunner.SEQUENTIAL);
        this.format = new PartFormat(network, assignment.partition(), cores, this.traced);
        this.weightFormat = new PartFormat(network, assignment.partition(), cores, List.of());
    }

    List<NeuroCore> cores() {
        return part.cores();
    }

    /** Takes over a {@link HostState}. */
    void restore(byte[] state) {
        part.restore(HostState.read(format, network, traced, state), ticks);
    }

    /** @throws UnsupportedOperationException if a neuron model has no answer */
    byte[] answer(Message.Question question) {
        return switch (question.topic()) {
            case POTENTIALS ->
                ofPopulation(question, part.sample(question.tick()).potentials(question.population()));
            case STATES ->
                ofPopulation(question, part.sample(question.tick()).states(question.population(), question.state()));
            case WEIGHTS -> {
                part.catchUp(question.tick());
                yield bytes(weightFormat, result(question.tick(), part.weights(), List.of()), false);
            }
            case ACTIVITY -> bytes(weightFormat, result(question.tick(), List.of(), List.of()), false);
            case STATE -> bytes(format, part.state(question.tick()), true);
            case RESULT -> {
                part.finish(question.tick());
                yield bytes(format, result(question.tick(), part.weights(), part.membranes(question.tick())), false);
            }
        };
    }

    private RunState result(long tick, List<PlasticWeights> weights, List<MembraneTrace> membranes) {
        return new RunState(tick, List.of(), new int[0], new long[0], weights, List.of(), membranes, 0, 0);
    }

    private byte[] bytes(PartFormat as, RunState state, boolean withNeurons) {
        ActivityCounts counts = part.activity();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            as.write(state, counts, withNeurons, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The values of the neurons that are here, in the order of cores. */
    private byte[] ofPopulation(Message.Question question, double[] values) {
        WireOutput out = new WireOutput();
        for (int core : cores) {
            for (HostedNeurons run : assignment.partition().cores().get(core)) {
                if (run.population() == question.population()) {
                    for (int i = run.first(); i < run.first() + run.size(); i++) {
                        out.writeDouble(values[i]);
                    }
                }
            }
        }
        return out.toBytes();
    }
}
