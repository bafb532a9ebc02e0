package ganglion.kernel.checkpoint;

import ganglion.kernel.ActivityCounts;
import ganglion.kernel.MembraneTrace;
import ganglion.kernel.PlasticWeights;
import ganglion.kernel.RunState;
import ganglion.kernel.core.HostedNeurons;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.schedule.Partition;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Writes what some cores have of a state, and reads it: for state that travels between machines. Both sides must agree on the
 * network, the partition and the cores, so that only numbers are written. Without spikes, which are known where runs are conducted.
 * Immutable; safe to share between threads.
 *
 * <p>Weights are written in the order of positions of their synapses, each with what its synapse has of its own. A network that has only the synapses that end on these cores,
 * and one that has all, list them in the same order.
 */
public final class PartFormat {

    private final Network network;
    private final List<Integer> traced;
    private final List<HostedNeurons> hosted = new ArrayList<>();

    /** The neurons of the cores, by network-wide number. */
    private final BitSet own = new BitSet();

    /**
     * @param network its plastic projections have all synapses that end on neurons of the cores
     * @param cores numbers of the cores
     * @param traced indices of the populations whose membrane potentials are recorded
     */
    public PartFormat(Network network, Partition partition, int[] cores, List<Integer> traced) {
        this.network = network;
        this.traced = List.copyOf(traced);
        for (int core : cores) {
            for (HostedNeurons run : partition.cores().get(core)) {
                hosted.add(run);
                int first = network.firstNeuron(run.population()) + run.first();
                own.set(first, first + run.size());
            }
        }
    }

    /**
     * Writes what these cores have of a state.
     *
     * @param counts what is to be counted of this part; those of the state are of all
     * @param withNeurons whether the state of neurons is needed, and not only what a result holds
     */
    public void write(RunState state, ActivityCounts counts, boolean withNeurons, DataOutput out) throws IOException {
        out.writeLong(counts.synapticEvents());
        out.writeLong(counts.neuronUpdates());
        out.writeBoolean(withNeurons);
        if (withNeurons) {
            writeNeurons(state, out);
        }
        for (PlasticWeights weights : state.weights()) {
            forEachOwnNumber(weights, at -> out.writeDouble(weights.byPosition()[at]));
        }
        for (int i = 0; i < traced.size(); i++) {
            double[] potentials = state.membranes().get(i).potentials();
            forEachOwnPotential(state.membranes().get(i), traced.get(i), at -> out.writeDouble(potentials[at]));
        }
    }

    private void writeNeurons(RunState state, DataOutput out) throws IOException {
        for (HostedNeurons run : hosted) {
            int words = wordsOf(run);
            long[] all = state.neurons().get(run.population());
            for (int i = run.first() * words; i < (run.first() + run.size()) * words; i++) {
                out.writeLong(all[i]);
            }
        }
        int wishes = 0;
        for (int neuron : state.wishNeurons()) {
            wishes += own.get(neuron) ? 1 : 0;
        }
        out.writeInt(wishes);
        for (int i = 0; i < state.wishNeurons().length; i++) {
            if (own.get(state.wishNeurons()[i])) {
                out.writeInt(state.wishNeurons()[i]);
                out.writeLong(state.wishTicks()[i]);
            }
        }
    }

    private int wordsOf(HostedNeurons run) {
        return RunState.wordsOfNeuron(network.population(run.population()).model());
    }

    /** Reads what was written for these cores into the state of the network. */
    public void read(DataInput in, StateAssembly into) throws IOException {
        into.add(new ActivityCounts(0, in.readLong(), in.readLong()));
        if (in.readBoolean()) {
            readNeurons(in, into);
        }
        for (PlasticWeights weights : into.weights) {
            forEachOwnNumber(weights, at -> weights.byPosition()[at] = in.readDouble());
        }
        for (int i = 0; i < traced.size(); i++) {
            double[] potentials = into.membranes.get(i).potentials();
            forEachOwnPotential(into.membranes.get(i), traced.get(i), at -> potentials[at] = in.readDouble());
        }
    }

    private void readNeurons(DataInput in, StateAssembly into) throws IOException {
        for (HostedNeurons run : hosted) {
            int words = wordsOf(run);
            long[] all = into.neurons.get(run.population());
            for (int i = run.first() * words; i < (run.first() + run.size()) * words; i++) {
                all[i] = in.readLong();
            }
        }
        int[] neurons = new int[in.readInt()];
        long[] ticks = new long[neurons.length];
        for (int i = 0; i < neurons.length; i++) {
            neurons[i] = in.readInt();
            ticks[i] = in.readLong();
        }
        into.addWishes(neurons, ticks);
    }

    /** Reads or writes the number at a place. */
    private interface Place {

        void visit(int at) throws IOException;
    }

    private void forEachOwnNumber(PlasticWeights weights, Place place) throws IOException {
        Synapses synapses = network.projection(weights.projection()).synapses();
        int firstTarget = network.firstNeuron(network.targetOf(weights.projection()));
        for (int source = 0; source < synapses.sourceSize(); source++) {
            int first = synapses.firstPosition(source);
            for (int i = 0; i < synapses.outDegree(source); i++) {
                if (own.get(firstTarget + synapses.target(source, i))) {
                    for (int at = first + i; at < weights.byPosition().length; at += (int) synapses.count()) {
                        place.visit(at);
                    }
                }
            }
        }
    }

    private void forEachOwnPotential(MembraneTrace trace, int population, Place place) throws IOException {
        for (int tick = 0; tick < trace.ticks(); tick++) {
            for (HostedNeurons run : hosted) {
                if (run.population() == population) {
                    for (int neuron = run.first(); neuron < run.first() + run.size(); neuron++) {
                        place.visit(tick * trace.neuronCount() + neuron);
                    }
                }
            }
        }
    }
}
