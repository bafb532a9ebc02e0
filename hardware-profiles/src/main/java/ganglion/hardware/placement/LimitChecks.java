package ganglion.hardware.placement;

import ganglion.hardware.chip.ChipLimits;
import ganglion.hardware.chip.ChipLimits.Limit;
import ganglion.hardware.figure.Figure;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Checks the limits that need the core of every neuron, and those that no placement can change. */
final class LimitChecks {

    private final Network network;
    private final ChipLimits limits;
    private final IncomingSynapses incoming;

    LimitChecks(Network network, ChipLimits limits, IncomingSynapses incoming) {
        this.network = network;
        this.limits = limits;
        this.incoming = incoming;
    }

    /** Problems that show before messages are known; axons of cores are not checked. */
    List<String> problems(Placement placement) {
        List<String> problems = new ArrayList<>();
        checkChips(placement, problems);
        checkCores(placement, problems);
        checkFanIn(problems);
        problems.addAll(new EdgeChecks(network, limits).problems());
        checkDelays(problems);
        return problems;
    }

    /** Problems that show only when the loads of cores are known with their axons. */
    List<String> problemsOfAxons(Placement placement) {
        List<String> problems = new ArrayList<>();
        checkCores(placement, problems);
        return problems;
    }

    /** Strategies that fill cores keep to these limits themselves; a placement by hand may not. */
    private void checkCores(Placement placement, List<String> problems) {
        CoreCapacity capacity = CoreCapacity.of(limits);
        for (int core = 0; core < placement.cores().size(); core++) {
            Placement.CoreLoad load = placement.cores().get(core);
            if (load.neurons() > capacity.neurons()
                    || load.synapses() > capacity.synapses()
                    || load.inputAxons() > capacity.inputAxons()) {
                CoreCapacity held = new CoreCapacity(load.neurons(), load.inputAxons(), load.synapses());
                problems.add("core " + core + " holds " + held.text() + ", it has room for " + capacity.text());
                return;
            }
        }
    }

    private void checkChips(Placement placement, List<String> problems) {
        if (placement.chips() <= 1) {
            return;
        }
        String needed = "needs " + placement.coresUsed() + " cores, " + placement.chips() + " chips of "
                + placement.mesh().cores() + (placement.mesh().cores() == 1 ? " core" : " cores");
        Optional<Figure> most = limits.of(Limit.CHIPS);
        if (most.isEmpty()) {
            problems.add(needed + reason(placement, 1) + "; nothing is known of systems with more than one chip");
        } else if (placement.chips() > most.get().value()) {
            problems.add(needed
                    + reason(placement, (long) most.get().value())
                    + "; the largest system has " + most.get().text());
        }
    }

    /** What fills the cores: neurons, or synapses, or, if there is room for both, the axons that each core needs, or what is left of each core. */
    private String reason(Placement placement, long mostChips) {
        CoreCapacity capacity = CoreCapacity.of(limits);
        long cores = mostChips * placement.mesh().cores();
        long neurons = placement.cores().stream()
                .mapToLong(Placement.CoreLoad::neurons)
                .sum();
        long synapses = placement.cores().stream()
                .mapToLong(Placement.CoreLoad::synapses)
                .sum();
        if (neurons / cores >= capacity.neurons() && neurons > cores * capacity.neurons()) {
            return ", as it has " + neurons + " neurons, and a core takes " + capacity.neurons();
        }
        if (synapses / cores >= capacity.synapses() && synapses > cores * capacity.synapses()) {
            return ", as it has " + synapses + " synapses, and a core takes " + capacity.synapses();
        }
        if (capacity.inputAxons() == Long.MAX_VALUE) {
            return capacity.isUnknown() ? "" : ", as no neuron is divided, and a core takes " + capacity.text();
        }
        return ", as its neurons are reached by more than " + capacity.inputAxons() + " axons of a core";
    }

    private void checkFanIn(List<String> problems) {
        long most = limits.most(Limit.FAN_IN);
        for (int p = 0; most < Long.MAX_VALUE && p < network.populations().size(); p++) {
            for (int neuron = 0; neuron < network.population(p).size(); neuron++) {
                long fanIn = incoming.fanIn(p, neuron);
                if (fanIn > most) {
                    problems.add("neuron " + neuron + " of "
                            + network.population(p).name() + " has " + fanIn + " synapses, a neuron takes "
                            + most);
                    break;
                }
            }
        }
    }

    private void checkDelays(List<String> problems) {
        long most = limits.most(Limit.DELAY_TICKS);
        if (most == Long.MAX_VALUE) {
            return;
        }
        for (Projection projection : network.projections()) {
            int longest = projection.synapses().largestDelayTicks();
            if (longest > most) {
                problems.add("the projection from " + projection.source() + " to " + projection.target()
                        + " has a delay of " + longest + " ticks, the longest possible is " + most);
            }
        }
    }

    /** The first core that sends to more pairs of neuron and core than it can, if there is one. */
    Optional<String> problemOfOutputAxons(Placement placement, Supplier<SynapseCounter> counters) {
        long most = limits.most(Limit.OUTPUT_AXONS_PER_CORE);
        int cores = placement.cores().size();
        boolean canExceed = placement.cores().stream().anyMatch(load -> (long) load.neurons() * cores > most);
        if (!canExceed) {
            return Optional.empty();
        }
        SynapseCounter counter = counters.get();
        for (int[] neurons : placement.neuronsByCore()) {
            long axons = 0;
            for (int neuron : neurons) {
                counter.count(neuron);
                axons += counter.coreCount();
            }
            if (axons > most) {
                return Optional.of("core " + placement.coreOfNeuron()[neurons[0]] + " sends to " + axons
                        + " pairs of neuron and core, it has " + most + " output axons");
            }
        }
        return Optional.empty();
    }

    /**
     * Number of copies of each neuron on the chip, by network-wide number: one for each {@link Limit#TARGET_CORES} cores that it
     * reaches, at least one. Empty if no neuron can have more.
     */
    int[] copies(Placement placement, Supplier<SynapseCounter> counters) {
        long most = limits.most(Limit.TARGET_CORES);
        if (placement.cores().size() <= most) {
            return new int[0];
        }
        SynapseCounter counter = counters.get();
        int[] copies = new int[placement.coreOfNeuron().length];
        for (int neuron = 0; neuron < copies.length; neuron++) {
            if (placement.coreOfNeuron()[neuron] != Placement.OUTSIDE) {
                counter.count(neuron);
                copies[neuron] = (int) Math.max(1, (counter.coreCount() + most - 1) / most);
            }
        }
        return copies;
    }

    /** The first core without room for the copies of its neurons, if there is one. */
    Optional<String> problemOfCopies(Placement placement, int[] copies) {
        long room = limits.most(Limit.NEURONS_PER_CORE);
        for (int[] neurons : copies.length == 0 ? new int[0][] : placement.neuronsByCore()) {
            long needed =
                    Arrays.stream(neurons).mapToLong(neuron -> copies[neuron]).sum();
            if (needed > room) {
                return Optional.of("core " + placement.coreOfNeuron()[neurons[0]] + " holds " + neurons.length
                        + " neurons and needs " + (needed - neurons.length)
                        + " copies of them, as a neuron reaches no more than "
                        + limits.most(Limit.TARGET_CORES) + " of the cores; it has room for " + room);
            }
        }
        return Optional.empty();
    }

    /** Checks what a chip can take in, give out, and let one neuron reach: limits that no placement can change. */
    static final class EdgeChecks {

        private final Network network;
        private final ChipLimits limits;

        EdgeChecks(Network network, ChipLimits limits) {
            this.network = network;
            this.limits = limits;
        }

        List<String> problems() {
            List<String> problems = new ArrayList<>();
            compare(Limit.INPUTS, neurons(this::isInput), "input neurons,", problems);
            compare(
                    Limit.OUTPUTS,
                    neurons(this::isOutput),
                    "output neurons, which feed no other population,",
                    problems);
            checkFanOut(problems);
            return problems;
        }

        private void compare(Limit limit, long found, String what, List<String> problems) {
            long most = limits.most(limit);
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
                    && network.outOf(population.name())
                            .allMatch(projection -> projection.target().equals(population.name()));
        }

        private void checkFanOut(List<String> problems) {
            long most = limits.most(Limit.FAN_OUT);
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
            network.outOf(population.name())
                    .map(Projection::synapses)
                    .forEach(synapses -> Arrays.setAll(fanOut, neuron -> fanOut[neuron] + synapses.outDegree(neuron)));
            return fanOut;
        }
    }
}
