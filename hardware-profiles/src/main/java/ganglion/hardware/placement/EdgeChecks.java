package ganglion.hardware.placement;

import ganglion.hardware.chip.ChipLimits;
import ganglion.hardware.figure.Figure;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Checks what a chip can take in, give out, and let one neuron reach: limits that no placement can change. */
final class EdgeChecks {

    private final Network network;
    private final ChipLimits limits;

    EdgeChecks(Network network, ChipLimits limits) {
        this.network = network;
        this.limits = limits;
    }

    List<String> problems() {
        List<String> problems = new ArrayList<>();
        compare(limits.inputs(), neurons(this::isInput), "input neurons,", problems);
        compare(limits.outputs(), neurons(this::isOutput), "output neurons, which feed no other population,", problems);
        checkFanOut(problems);
        return problems;
    }

    private static void compare(Optional<Figure> limit, long found, String what, List<String> problems) {
        long most = CoreCapacity.count(limit);
        if (found > most) {
            problems.add("the network has " + found + " " + what + " the chip takes " + most);
        }
    }

    private long neurons(Predicate<Population> which) {
        return network.populations().stream()
                .filter(which)
                .mapToLong(Population::size)
                .sum();
    }

    private boolean isInput(Population population) {
        return !population.model().takesInput();
    }

    private boolean isOutput(Population population) {
        return !isInput(population)
                && network.projections().stream()
                        .noneMatch(projection -> projection.source().equals(population.name())
                                && !projection.target().equals(population.name()));
    }

    private void checkFanOut(List<String> problems) {
        long most = CoreCapacity.count(limits.fanOut());
        for (Population population : most < Long.MAX_VALUE ? network.populations() : List.<Population>of()) {
            long[] fanOut = isInput(population) ? new long[0] : fanOut(population);
            for (int neuron = 0; neuron < fanOut.length; neuron++) {
                if (fanOut[neuron] > most) {
                    problems.add("neuron " + neuron + " of " + population.name() + " reaches " + fanOut[neuron]
                            + " synapses, a neuron reaches " + most);
                    break;
                }
            }
        }
    }

    private long[] fanOut(Population population) {
        long[] fanOut = new long[population.size()];
        for (Projection projection : network.projections()) {
            if (projection.source().equals(population.name())) {
                Arrays.setAll(
                        fanOut, neuron -> fanOut[neuron] + projection.synapses().outDegree(neuron));
            }
        }
        return fanOut;
    }
}
