package ganglion.hardware.placement;

import ganglion.kernel.network.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cores of neurons while a strategy assigns them, with the problems that it met. Not thread safe. */
final class Assignments {

    private final int[] coreOfNeuron;
    private final List<String> problems = new ArrayList<>();

    Assignments(Network network) {
        coreOfNeuron = new int[network.neuronCount()];
        Arrays.fill(coreOfNeuron, Placement.OUTSIDE);
    }

    void put(int neuron, int core) {
        coreOfNeuron[neuron] = core;
    }

    boolean isPlaced(int neuron) {
        return coreOfNeuron[neuron] != Placement.OUTSIDE;
    }

    void problem(String text) {
        problems.add(text);
    }

    /** The array itself; callers must not change it. */
    int[] coreOfNeuron() {
        return coreOfNeuron;
    }

    List<String> problems() {
        return problems;
    }
}
