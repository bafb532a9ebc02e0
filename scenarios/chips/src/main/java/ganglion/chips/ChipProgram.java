package ganglion.chips;

import ganglion.chips.Chip.Cell;
import ganglion.chips.Chip.Range;
import ganglion.hardware.precision.GridLif;
import ganglion.hardware.precision.QuantisedNetwork;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.model.Lif;
import ganglion.odin.AddressEvents;
import ganglion.odin.CrossbarChip;
import ganglion.scenario.model.BitTrueChip.UnfitException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A network in the memories of a chip, with its input events. At the cycle of a tick all neurons leak, if one has a leak, and then the spikes of the inputs at that tick come, in
 * the order of their rows.
 *
 * @param rows of the network as the scenario has it
 * @param chip that holds it
 * @param cells its neurons
 * @param weights of each row to each neuron
 * @param loaded the chip with both, which a run changes
 * @param inputs input events
 * @param pace how long the inputs last
 */
record ChipProgram(
        ChipRows rows,
        Chip chip,
        Cell[] cells,
        int[][] weights,
        CrossbarChip loaded,
        AddressEvents inputs,
        ProgramPace pace) {

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
         * @param sample what lies between them
         * @throws UnfitException if some neurons leak and others do not: no event takes all to 0, and nothing else
         */
        static Rest between(Chip chip, ProgramPace sample, Network rounded) throws UnfitException {
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
            int leak = leaky ? least : chip.range().highestLeak();
            int farthest =
                    Math.max(chip.range().highestPotential(), -chip.range().lowestPotential());
            int events = (farthest + leak - 1) / leak;
            int each = 2 * chip.visited(leaks.length) + HANDSHAKE_CYCLES;
            long pause = 1 + (long) Math.ceil(events * each / sample.cyclesPerTick());
            return new Rest(sample.ticks() + pause, sample.ticks(), events, each, leaky ? 0 : leak);
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
     * @param pace how long the inputs last
     * @throws UnfitException if the network exceeds the chip
     */
    static ChipProgram of(Chip chip, QuantisedNetwork rounded, List<SpikeRaster> spikes, ProgramPace pace, Rest rest)
            throws UnfitException {
        Network given = rounded.given();
        List<String> problems = new ArrayList<>();
        ChipRows rows = ChipRows.of(given);
        if (rows.count() > CrossbarChip.NEURONS) {
            problems.add("found " + rows.neurons() + " neurons and " + (rows.count() - rows.neurons()) + " inputs, "
                    + (rows.count() - CrossbarChip.NEURONS) + " more than the " + CrossbarChip.NEURONS
                    + " rows that they share");
        }
        for (Projection projection : given.projections()) {
            int delay = projection.synapses().largestDelayTicks();
            if (delay > 1) {
                problems.add("found a delay of " + delay + " ticks from " + projection.source() + " to "
                        + projection.target() + ", expected the shortest, 1: the chip has none");
            }
        }
        Cell[] cells = new Cell[rows.neurons()];
        for (int p = 0; p < rows.first().length; p++) {
            if (!rows.isInput(p)) {
                Population population = rounded.network().population(p);
                boolean driven = rounded.populations().get(p).step() > 0;
                new Cells(chip.range(), population, problems).read(driven, cells, rows.first()[p]);
            }
        }
        if (!problems.isEmpty()) {
            throw new UnfitException(problems);
        }
        boolean leaks = Arrays.stream(cells).anyMatch(cell -> cell.leak() > 0);
        if (rest.leak() > 0) {
            Arrays.setAll(cells, i -> new Cell(rest.leak(), cells[i].threshold(), cells[i].potential()));
        }
        int[][] weights = weights(chip.range(), rounded.network(), rows);
        for (int p = 0; p < rows.first().length; p++) {
            requireWeights(rounded, rows, p, weights, chip.range());
        }
        CrossbarChip loaded = chip.load(cells, weights, rows::words);
        ChipProgram program = new ChipProgram(rows, chip, cells, weights, loaded, new AddressEvents(), pace);
        program.addInputs(spikes, leaks, rest);
        return program;
    }

    /** Refuses a population that no weight reaches any more: it would never fire. */
    private static void requireWeights(QuantisedNetwork rounded, ChipRows rows, int p, int[][] weights, Range range)
            throws UnfitException {
        String name = rounded.given().population(p).name();
        boolean lost = rounded.projections().stream()
                .anyMatch(change -> change.target().equals(name) && change.weightsLost() > 0);
        int first = rows.first()[p];
        int end = first + rounded.given().population(p).size();
        if (lost
                && Arrays.stream(weights)
                        .allMatch(row -> Arrays.stream(row, first, end).allMatch(weight -> weight == 0))) {
            throw new UnfitException(List.of("found weights into " + name + " that are all lost, as potentials of "
                    + range.highestPotential() + " steps hold the threshold, expected a lower threshold"));
        }
    }

    /** The neurons of a population, as the chip has them. */
    private record Cells(Range range, Population population, List<String> problems) {

        void read(boolean driven, Cell[] cells, int first) {
            Optional<LifParameters> of = parameters();
            if (of.isEmpty()) {
                problems.add("found neurons of the model " + population.model().name() + " (" + population.name()
                        + "), expected lif");
                return;
            }
            LifParameters lif = of.get();
            require(lif.refractoryTicks() == 0, "a refractory period");
            require(lif.reset().toValue(), "no reset to 0");
            require(
                    !lif.reset().toValue() || none(i -> lif.resetPotential().at(i) != 0),
                    "a reset potential away from 0");
            require(none(i -> lif.bias().at(i) != 0), "a constant current");
            require(population.startTick() == 0, "a start after tick 0");
            if (!driven) {
                // What no synapse reaches has no unit of its potential. It never fires.
                require(
                        none(i ->
                                lif.initialPotential().at(i) >= lif.threshold().at(i)),
                        "a spike of neurons that no synapse reaches");
                Arrays.fill(cells, first, first + population.size(), new Cell(0, range.highestPotential(), 0));
                return;
            }
            Optional<NeuronValues> leaks = ((GridLif) population.model()).linearLeak();
            for (int i = 0; i < population.size() && problems.isEmpty(); i++) {
                double threshold = lif.threshold().at(i) + (lif.strict() ? 1 : 0);
                double leak = leaks.isPresent() ? leaks.get().at(i) : 0;
                double potential = lif.initialPotential().at(i);
                inRange("a threshold", threshold, 0, range.highestPotential());
                inRange("a leak a tick", leak, 0, range.highestLeak());
                inRange("an initial potential", potential, range.lowestPotential(), range.highestPotential());
                cells[first + i] = new Cell((int) leak, (int) threshold, (int) potential);
            }
        }

        private Optional<LifParameters> parameters() {
            return population.model() instanceof GridLif grid
                    ? Optional.of(grid.parameters())
                    : population.model() instanceof Lif lif ? Optional.of(lif.parameters()) : Optional.empty();
        }

        private boolean none(IntPredicate holds) {
            return IntStream.range(0, population.size()).noneMatch(holds);
        }

        private void require(boolean fine, String found) {
            if (!fine) {
                problems.add("found " + found + " (" + population.name() + "), which the chip does not have");
            }
        }

        private void inRange(String what, double value, double least, double most) {
            if (!(value >= least && value <= most)) {
                problems.add(String.format(
                        Locale.ROOT,
                        "found %s of %.0f in steps of the weights into %s, expected %.0f to %.0f",
                        what,
                        value,
                        population.name(),
                        least,
                        most));
            }
        }
    }

    private static int[][] weights(Range range, Network network, ChipRows rows) throws UnfitException {
        int[][] weights = new int[rows.count()][rows.neurons()];
        for (Projection projection : network.projections()) {
            int row = rows.first()[network.index(projection.source())];
            int column = rows.first()[network.index(projection.target())];
            Synapses synapses = projection.synapses();
            for (int source = 0; source < synapses.sourceSize(); source++) {
                for (int i = 0; i < synapses.outDegree(source); i++) {
                    int neuron = column + synapses.target(source, i);
                    int sum = weights[row + source][neuron] + (int) synapses.weight(source, i);
                    if (sum < range.lowestWeight() || sum > range.highestWeight()) {
                        throw new UnfitException(List.of("found synapses from neuron " + source + " of "
                                + projection.source() + " to neuron " + synapses.target(source, i) + " of "
                                + projection.target() + " with " + sum + " steps in all, expected "
                                + range.lowestWeight() + " to " + range.highestWeight()));
                    }
                    weights[row + source][neuron] = sum;
                }
            }
        }
        return weights;
    }

    private void addInputs(List<SpikeRaster> spikes, boolean leaks, Rest rest) {
        int[] next = new int[spikes.size()];
        for (long tick = 0; tick < pace.ticks(); tick++) {
            long cycle = pace.cycle(tick);
            long at = rest.events() > 0 ? tick % rest.everyTicks() : -1;
            int events = at == rest.atTick() ? rest.events() : leaks && at < rest.atTick() ? 1 : 0;
            for (int i = 0; i < events; i++) {
                inputs.add(
                        cycle + (long) i * rest.cyclesPerEvent(), chip.layout().leakAll());
            }
            for (int p = 0; p < next.length; p++) {
                SpikeRaster raster = spikes.get(p);
                while (rows.isInput(p) && next[p] < raster.size() && raster.tick(next[p]) == tick) {
                    inputs.add(cycle, chip.layout().spike().applyAsInt(rows.first()[p] + raster.neuron(next[p]++)));
                }
            }
        }
    }
}
