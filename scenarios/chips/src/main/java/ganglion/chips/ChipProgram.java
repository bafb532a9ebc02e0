package ganglion.chips;

import ganglion.hardware.precision.GridLif;
import ganglion.hardware.precision.QuantisedNetwork;
import ganglion.hardware.precision.QuantisedNetwork.PopulationChange;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.odin.AddressEvents;
import ganglion.odin.TinyOdin;
import ganglion.scenario.model.BitTrueChip.UnfitException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A network in the memories of tinyODIN, with its input events. Neurons have the first rows, in the order of their populations; inputs have
 * the rows behind them. At the cycle of a tick all neurons leak, if one has a leak, and then the spikes of the inputs at that tick come, in
 * the order of their rows.
 *
 * @param network as the scenario has it
 * @param settings registers of the chip
 * @param words its neuron memory at the beginning
 * @param chip its memories, which a run changes
 * @param inputs input events
 * @param firstRow of each population
 * @param cyclesPerTick more than 0
 */
record ChipProgram(
        Network network,
        TinyOdin.Settings settings,
        int[] words,
        TinyOdin chip,
        AddressEvents inputs,
        int[] firstRow,
        double cyclesPerTick) {

    private static final int LEAK_BIT = 24;

    /** More than the cycles between two requests that nothing holds up, but for the work on the first. */
    private static final int HANDSHAKE_CYCLES = 16;

    /**
     * When the chip's leak takes all potentials to 0, between inputs that have nothing to do with each other.
     *
     * @param everyTicks from one time to the next; 0 for never
     * @param atTick of each such time
     * @param events time reference events, one after the other
     * @param cyclesPerEvent by which they follow each other
     * @param leak of neurons that do not leak otherwise; 0 for those of the network
     */
    record Rest(long everyTicks, long atTick, int events, int cyclesPerEvent, int leak) {

        static final Rest NONE = new Rest(0, 0, 0, 0, 0);

        /**
         * Rests that are long enough for any potential.
         *
         * @param ticks between them
         * @throws UnfitException if some neurons leak and others do not: no event takes all to 0, and nothing else
         */
        static Rest between(long ticks, Network rounded, double cyclesPerTick) throws UnfitException {
            int[] leaks = rounded.populations().stream()
                    .filter(population -> population.model().takesInput())
                    .flatMapToInt(
                            population -> IntStream.range(0, population.size()).map(i -> leak(population, i)))
                    .sorted()
                    .toArray();
            int least = leaks[0];
            boolean leaky = leaks[leaks.length - 1] > 0;
            if (leaky && least == 0) {
                throw new UnfitException(
                        List.of("found neurons with a leak and others without, expected all or none: the leak"
                                + " takes them to 0 between two samples"));
            }
            int leak = leaky ? least : TinyOdin.HIGHEST_LEAK;
            int events = (leak - TinyOdin.LOWEST_POTENTIAL - 1) / leak;
            int each = 2 * leaks.length + HANDSHAKE_CYCLES;
            long pause = 1 + (long) Math.ceil(events * each / cyclesPerTick);
            return new Rest(ticks + pause, ticks, events, each, leaky ? 0 : leak);
        }

        private static int leak(Population population, int neuron) {
            return population.model() instanceof GridLif lif && lif.linearLeak().isPresent()
                    ? (int) lif.linearLeak().get().at(neuron)
                    : 0;
        }
    }

    /**
     * Puts a network into the chip.
     *
     * @param rounded the network in the chip's bits
     * @param spikes of each population, of which those of inputs are used
     * @param ticks how long the inputs last
     * @throws UnfitException if the network exceeds the chip
     */
    static ChipProgram of(
            QuantisedNetwork rounded, List<SpikeRaster> spikes, long ticks, double cyclesPerTick, Rest rest)
            throws UnfitException {
        Network given = rounded.given();
        List<String> problems = new ArrayList<>();
        int[] firstRow = new int[given.populations().size()];
        int neurons = rows(given, firstRow, 0, true);
        int rows = rows(given, firstRow, neurons, false);
        if (rows > TinyOdin.NEURONS) {
            problems.add("found " + neurons + " neurons and " + (rows - neurons) + " inputs, "
                    + (rows - TinyOdin.NEURONS) + " more than the " + TinyOdin.NEURONS + " rows that they share");
        }
        for (Projection projection : given.projections()) {
            int delay = projection.synapses().largestDelayTicks();
            if (delay > 1) {
                problems.add("found a delay of " + delay + " ticks from " + projection.source() + " to "
                        + projection.target() + ", expected the shortest, 1: the chip has no delays");
            }
        }
        int[] words = new int[TinyOdin.NEURONS];
        for (int p = 0; p < firstRow.length; p++) {
            if (given.populations().get(p).model().takesInput()) {
                words(rounded, p, firstRow[p], words, problems);
            }
        }
        if (!problems.isEmpty()) {
            throw new UnfitException(problems);
        }
        boolean leaks = IntStream.range(0, neurons).anyMatch(neuron -> leak(words[neuron]) > 0);
        for (int neuron = 0; neuron < neurons; neuron++) {
            words[neuron] |= rest.leak() << LEAK_BIT;
        }
        TinyOdin.Settings settings = new TinyOdin.Settings(Math.max(1, neurons), false, false, 0);
        TinyOdin chip = new TinyOdin(settings);
        IntStream.range(0, words.length).forEach(neuron -> chip.setNeuron(neuron, words[neuron]));
        setWeights(rounded.network(), firstRow, chip);
        return new ChipProgram(
                given,
                settings,
                words,
                chip,
                inputs(given, spikes, firstRow, ticks, cyclesPerTick, leaks, rest),
                firstRow,
                cyclesPerTick);
    }

    /** Gives the populations with or without neurons their rows; gives the next free one. */
    private static int rows(Network network, int[] firstRow, int from, boolean neurons) {
        int next = from;
        for (int p = 0; p < firstRow.length; p++) {
            Population population = network.populations().get(p);
            if (population.model().takesInput() == neurons) {
                firstRow[p] = next;
                next += population.size();
            }
        }
        return next;
    }

    private static int leak(int word) {
        return word >>> LEAK_BIT & TinyOdin.HIGHEST_LEAK;
    }

    private static void words(QuantisedNetwork rounded, int index, int first, int[] words, List<String> problems) {
        Population population = rounded.network().populations().get(index);
        String name = population.name();
        if (!(population.model() instanceof GridLif model)) {
            String found = population.model().name();
            PopulationChange change = rounded.populations().get(index);
            problems.add(
                    change.step() == 0
                            ? "found no synapse into " + name
                                    + ", expected one, whose weight is the unit of its potential"
                            : "found neurons of the model " + found + " (" + name + "), expected lif");
            return;
        }
        LifParameters lif = model.parameters();
        require(lif.refractoryTicks() == 0, "a refractory period", name, problems);
        require(
                lif.reset().toValue()
                        && none(population, i -> lif.resetPotential().at(i) != 0),
                lif.reset().toValue() ? "a reset potential away from 0" : "no reset to 0",
                name,
                problems);
        require(none(population, i -> lif.bias().at(i) != 0), "a constant current", name, problems);
        require(population.startTick() == 0, "a start after tick 0", name, problems);
        for (int i = 0; i < population.size() && problems.isEmpty(); i++) {
            double threshold = lif.threshold().at(i) + (lif.strict() ? 1 : 0);
            double leak =
                    model.linearLeak().isPresent() ? model.linearLeak().get().at(i) : 0;
            double potential = lif.initialPotential().at(i);
            inRange("a threshold", threshold, 0, TinyOdin.HIGHEST_POTENTIAL, name, problems);
            inRange("a leak a tick", leak, 0, TinyOdin.HIGHEST_LEAK, name, problems);
            inRange(
                    "an initial potential",
                    potential,
                    TinyOdin.LOWEST_POTENTIAL,
                    TinyOdin.HIGHEST_POTENTIAL,
                    name,
                    problems);
            if (problems.isEmpty() && first + i < words.length) {
                words[first + i] = TinyOdin.word(false, (int) leak, (int) threshold, (int) potential);
            }
        }
    }

    private static boolean none(Population population, IntPredicate holds) {
        return IntStream.range(0, population.size()).noneMatch(holds);
    }

    private static void require(boolean fine, String found, String population, List<String> problems) {
        if (!fine) {
            problems.add("found " + found + " (" + population + "), which the chip does not have");
        }
    }

    private static void inRange(
            String what, double value, double least, double most, String population, List<String> problems) {
        if (!(value >= least && value <= most)) {
            problems.add(String.format(
                    Locale.ROOT,
                    "found %s of %.0f in steps of the weights into %s, expected %.0f to %.0f",
                    what,
                    value,
                    population,
                    least,
                    most));
        }
    }

    private static void setWeights(Network network, int[] firstRow, TinyOdin chip) throws UnfitException {
        for (Projection projection : network.projections()) {
            int row = firstRow[network.index(projection.source())];
            int column = firstRow[network.index(projection.target())];
            Synapses synapses = projection.synapses();
            for (int source = 0; source < synapses.sourceSize(); source++) {
                for (int i = 0; i < synapses.outDegree(source); i++) {
                    int neuron = column + synapses.target(source, i);
                    int sum = chip.weight(row + source, neuron) + (int) synapses.weight(source, i);
                    if (sum < TinyOdin.LOWEST_WEIGHT || sum > TinyOdin.HIGHEST_WEIGHT) {
                        throw new UnfitException(List.of("found synapses from neuron " + source + " of "
                                + projection.source() + " to neuron " + synapses.target(source, i) + " of "
                                + projection.target() + " with " + sum + " steps in all, expected "
                                + TinyOdin.LOWEST_WEIGHT + " to " + TinyOdin.HIGHEST_WEIGHT));
                    }
                    chip.setWeight(row + source, neuron, sum);
                }
            }
        }
    }

    private static AddressEvents inputs(
            Network network,
            List<SpikeRaster> spikes,
            int[] firstRow,
            long ticks,
            double cyclesPerTick,
            boolean leaks,
            Rest rest) {
        AddressEvents inputs = new AddressEvents();
        int[] next = new int[firstRow.length];
        for (long tick = 0; tick < ticks; tick++) {
            long cycle = Math.round(tick * cyclesPerTick);
            long at = rest.events() > 0 ? tick % rest.everyTicks() : -1;
            int events = at == rest.atTick() ? rest.events() : leaks && at < rest.atTick() ? 1 : 0;
            for (int i = 0; i < events; i++) {
                inputs.add(cycle + (long) i * rest.cyclesPerEvent(), TinyOdin.leakAll());
            }
            for (int p = 0; p < firstRow.length; p++) {
                SpikeRaster raster = spikes.get(p);
                boolean input = !network.populations().get(p).model().takesInput();
                while (input && next[p] < raster.size() && raster.tick(next[p]) == tick) {
                    inputs.add(cycle, TinyOdin.spike(firstRow[p] + raster.neuron(next[p]++)));
                }
            }
        }
        return inputs;
    }

    /** How many of the output events are those of a population. */
    long outputs(int population, AddressEvents outputs) {
        return IntStream.range(0, outputs.size())
                .filter(i -> populationOf(outputs.address(i)) == population)
                .count();
    }

    /** The tick in which a cycle lies; what comes in the cycle at the end is of the last one. */
    long tickOf(long cycle, long ticks) {
        long tick = Math.min(ticks - 1, (long) (cycle / cyclesPerTick));
        if (Math.round(tick * cyclesPerTick) > cycle) {
            return tick - 1;
        }
        return tick < ticks - 1 && Math.round((tick + 1) * cyclesPerTick) <= cycle ? tick + 1 : tick;
    }

    /** The neuron that has a row, in words. */
    String name(int row) {
        int population = populationOf(row);
        return "neuron " + (row - firstRow[population]) + " of "
                + network.populations().get(population).name();
    }

    /** The population that has a row. */
    int populationOf(int row) {
        return IntStream.range(0, firstRow.length)
                .filter(p -> row >= firstRow[p]
                        && row < firstRow[p] + network.populations().get(p).size())
                .findFirst()
                .orElseThrow();
    }
}
