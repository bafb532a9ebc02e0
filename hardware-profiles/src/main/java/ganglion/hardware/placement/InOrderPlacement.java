package ganglion.hardware.placement;

import ganglion.hardware.placement.IncomingSynapses.Inlet;
import ganglion.hardware.placement.Placement.CoreLoad;
import ganglion.hardware.profile.Limits;
import ganglion.hardware.profile.Mesh;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The simplest strategy: populations in the order of the network, neurons in the order of their population, each onto the
 * current core until one of its limits is met, and then onto the next. Neurons of two populations may share a core.
 */
public final class InOrderPlacement {

    private final Network network;
    private final IncomingSynapses incoming;
    private final CoreCapacity capacity;
    private final int[] coreOfNeuron;
    private final List<CoreLoad> cores = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private CoreFilling filling;

    private InOrderPlacement(Network network, Limits limits) {
        this.network = network;
        this.incoming = new IncomingSynapses(network);
        this.capacity = CoreCapacity.of(limits);
        this.filling = new CoreFilling(capacity);
        this.coreOfNeuron = new int[network.neuronCount()];
        Arrays.fill(coreOfNeuron, Placement.OUTSIDE);
    }

    /** Places a network; what does not fit is said in the placement's problems. */
    public static Placement place(Network network, Mesh mesh, Limits limits) {
        InOrderPlacement run = new InOrderPlacement(network, limits);
        for (int p = 0; p < network.populations().size(); p++) {
            if (network.populations().get(p).model().takesInput()) {
                run.place(p);
            }
        }
        run.closeCore();
        Placement placed = new Placement(mesh, run.coreOfNeuron, run.cores, List.of());
        run.problems.addAll(new LimitChecks(network, limits, run.incoming).problems(placed));
        return new Placement(mesh, run.coreOfNeuron, run.cores, run.problems);
    }

    private void place(int population) {
        int first = network.firstNeuron(population);
        List<Inlet> inlets = incoming.into(population);
        for (int neuron = 0; neuron < network.populations().get(population).size(); neuron++) {
            if (!filling.add(inlets, neuron)) {
                closeCore();
                if (!filling.add(inlets, neuron)) {
                    refuse(network.populations().get(population), population, neuron);
                    return;
                }
            }
            coreOfNeuron[first + neuron] = cores.size();
        }
    }

    private void closeCore() {
        if (!filling.isEmpty()) {
            cores.add(filling.load());
            filling = new CoreFilling(capacity);
        }
    }

    private void refuse(Population population, int index, int neuron) {
        List<String> takes = new ArrayList<>();
        if (capacity.inputAxons() < Long.MAX_VALUE) {
            takes.add(capacity.inputAxons() + " input axons");
        }
        if (capacity.synapses() < Long.MAX_VALUE) {
            takes.add(capacity.synapses() + " synapses");
        }
        problems.add("neuron " + neuron + " of " + population.name() + " has " + incoming.fanIn(index, neuron)
                + " synapses, more than fit on a core of " + String.join(" and ", takes));
    }
}
