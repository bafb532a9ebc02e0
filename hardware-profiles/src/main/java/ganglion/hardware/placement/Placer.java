package ganglion.hardware.placement;

import ganglion.hardware.chip.ChipLimits;
import ganglion.hardware.chip.ChipLimits.Limit;
import ganglion.hardware.chip.Mesh;
import ganglion.hardware.placement.IncomingSynapses.Inlet;
import ganglion.hardware.placement.Placement.CoreLoad;
import ganglion.hardware.placement.PlacementStrategy.Assignment;
import ganglion.hardware.placement.PlacementStrategy.ByHand;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.parallel.TaskRunner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Places one network on any number of chips. Tables of the network are computed once, and chips on which the
 * neurons have the same cores share the tables of the placement. Not thread safe.
 */
public final class Placer {

    private final Network network;
    private final TaskRunner runner;
    private final IncomingSynapses incoming;
    private final List<Tables> known = new ArrayList<>();

    /** Neurons that one of each population takes the room of, with its copies. */
    private int[] room;

    /** A placer of a network. */
    public Placer(Network network) {
        this(network, TaskRunner.SEQUENTIAL);
    }

    /** The same, with a runner that computes parts of tables at the same time. */
    public Placer(Network network, TaskRunner runner) {
        this.network = network;
        this.runner = runner;
        this.incoming = new IncomingSynapses(network);
    }

    /** Places the network; the problems of the placement say what does not fit. */
    public PlacedNetwork place(PlacementStrategy strategy, Mesh mesh, ChipLimits limits) {
        room = new int[network.populations().size()];
        Arrays.fill(room, 1);
        PlacedNetwork first = placeOnce(strategy, mesh, limits);
        PlacedNetwork found = first;
        // Where copies have no room, fewer neurons go to a core, which may need still more copies.
        for (int[] before = null; found.needsRoomForCopies() && !Arrays.equals(before, room); ) {
            before = room;
            room = found.room();
            found = placeOnce(strategy, mesh, limits);
        }
        return found.placement().fits() ? found : first;
    }

    private PlacedNetwork placeOnce(PlacementStrategy strategy, Mesh mesh, ChipLimits limits) {
        CoreCapacity capacity = CoreCapacity.of(limits);
        long mostChips = limits.of(Limit.CHIPS).isPresent() ? limits.most(Limit.CHIPS) : 1;
        if (strategy instanceof PlacementStrategy.ByHand hand) {
            return placed(mesh, limits, new HandPlacement(network, mesh, mostChips).assign(hand));
        }
        // A chip without a known limit would take everything on its first core.
        if (strategy instanceof PlacementStrategy.Spread || capacity.isUnknown()) {
            return placed(
                    mesh, limits, new SpreadPlacement(network, incoming, capacity).assign(mesh.cores(), mostChips));
        }
        if (strategy instanceof PlacementStrategy.InOrder) {
            return placed(mesh, limits, new InOrderPlacement(network, incoming, capacity, room).assign());
        }
        throw new IllegalArgumentException("there is no placement for " + strategy);
    }

    private PlacedNetwork placed(Mesh mesh, ChipLimits limits, Assignments assignments) {
        int[] coreOfNeuron = assignments.coreOfNeuron();
        Placement counted = new Placement(mesh, coreOfNeuron, loads(coreOfNeuron), assignments.problems());
        LimitChecks checks = new LimitChecks(network, limits, incoming);
        // Folding connectivity into tables is most of the work, so a network that will be refused gets none.
        List<String> problems = counted.fits() ? checks.problems(counted) : counted.problems();
        if (!problems.isEmpty()) {
            return PlacedNetwork.refused(network, new Placement(mesh, coreOfNeuron, counted.cores(), problems));
        }
        Tables tables = tables(coreOfNeuron);
        List<String> ofAxons = checks.problemOfOutputAxons(counted, tables::counter)
                .map(List::of)
                .orElse(List.of());
        if (!ofAxons.isEmpty()) {
            return PlacedNetwork.refused(network, new Placement(mesh, coreOfNeuron, counted.cores(), ofAxons));
        }
        int[] copies = checks.copies(counted, tables::counter);
        Placement loaded = new Placement(mesh, tables.coreOfNeuron, tables.loads(), List.of());
        List<String> more = new ArrayList<>(checks.problemsOfAxons(loaded));
        checks.problemOfCopies(loaded, copies).ifPresent(more::add);
        return new PlacedNetwork(network, loaded.with(more), tables.cells, tables.fanOut(), copies);
    }

    /** What each core holds; axons are not counted. */
    private List<CoreLoad> loads(int[] coreOfNeuron) {
        int cores = Arrays.stream(coreOfNeuron).max().orElse(Placement.OUTSIDE) + 1;
        int[] neurons = new int[cores];
        long[] synapses = new long[cores];
        for (int p = 0; p < network.populations().size(); p++) {
            boolean onCores = network.population(p).model().takesInput();
            int first = network.firstNeuron(p);
            for (int neuron = first; onCores && neuron < network.firstNeuron(p + 1); neuron++) {
                if (coreOfNeuron[neuron] != Placement.OUTSIDE) {
                    neurons[coreOfNeuron[neuron]]++;
                    synapses[coreOfNeuron[neuron]] += incoming.fanIn(p, neuron - first);
                }
            }
        }
        return loads(neurons, synapses, new int[cores]);
    }

    private static List<CoreLoad> loads(int[] neurons, long[] synapses, int[] axons) {
        return IntStream.range(0, neurons.length)
                .mapToObj(core -> new CoreLoad(neurons[core], synapses[core], axons[core]))
                .toList();
    }

    /** The tables of an assignment: those of an equal one before it if there was one. */
    private Tables tables(int[] coreOfNeuron) {
        for (Tables tables : known) {
            if (Arrays.equals(tables.coreOfNeuron, coreOfNeuron)) {
                return tables;
            }
        }
        Tables tables = new Tables(coreOfNeuron);
        known.add(tables);
        return tables;
    }

    /** What is computed once for all chips on which the neurons have the same cores. */
    private final class Tables {

        private final int[] coreOfNeuron;
        private final Cells cells;
        private FanOut fanOut;
        private List<CoreLoad> loads;

        Tables(int[] coreOfNeuron) {
            this.coreOfNeuron = coreOfNeuron;
            this.cells = new Cells(network, coreOfNeuron);
        }

        SynapseCounter counter() {
            return new SynapseCounter(network, cells);
        }

        FanOut fanOut() {
            if (fanOut == null) {
                fanOut = FanOut.of(network, runner, cells);
            }
            return fanOut;
        }

        List<CoreLoad> loads() {
            if (loads == null) {
                loads = loads(coreOfNeuron, cells, fanOut());
            }
            return loads;
        }

        private static List<CoreLoad> loads(int[] coreOfNeuron, Cells cells, FanOut fanOut) {
            int cores = Arrays.stream(coreOfNeuron).max().orElse(Placement.OUTSIDE) + 1;
            int[] neurons = new int[cores];
            long[] synapses = new long[cores];
            int[] axons = new int[cores];
            for (int cell = 0; cell < cells.count(); cell++) {
                neurons[cells.core(cell)] += cells.neurons(cell);
            }
            for (int message = 0; message < fanOut.messages(); message++) {
                synapses[fanOut.core(message)] += fanOut.synapses(message);
                axons[fanOut.core(message)]++;
            }
            return Placer.loads(neurons, synapses, axons);
        }
    }

    /** Puts a slice of every population onto every core; see {@link PlacementStrategy.Spread}. For one use. */
    private record SpreadPlacement(Network network, IncomingSynapses incoming, CoreCapacity capacity) {

        /** Spreads over the cores of as few chips as possible. */
        Assignments assign(int coresPerChip, long mostChips) {
            for (long chips = 1;
                    chips <= mostChips && chips * coresPerChip <= network.neuronCount() + coresPerChip;
                    chips++) {
                Assignments assignments = spread((int) chips * coresPerChip);
                if (assignments.problems().isEmpty()) {
                    return assignments;
                }
            }
            Assignments refused = new Assignments(network);
            refused.problem("an even spread does not fit: a core has room for " + capacity.text());
            return refused;
        }

        private Assignments spread(int cores) {
            Assignments assignments = new Assignments(network);
            List<CoreFilling> fillings = new ArrayList<>();
            for (int core = 0; core < cores; core++) {
                fillings.add(new CoreFilling(capacity));
            }
            for (int p = 0; p < network.populations().size(); p++) {
                if (network.population(p).model().takesInput() && !spread(p, fillings, assignments)) {
                    assignments.problem("does not fit");
                    return assignments;
                }
            }
            return assignments;
        }

        private boolean spread(int population, List<CoreFilling> fillings, Assignments assignments) {
            List<Inlet> inlets = incoming.into(population);
            int size = network.population(population).size();
            for (int neuron = 0; neuron < size; neuron++) {
                int core = (int) ((long) neuron * fillings.size() / size);
                if (!fillings.get(core).add(inlets, neuron)) {
                    return false;
                }
                assignments.put(network.firstNeuron(population) + neuron, core);
            }
            return true;
        }
    }

    /** Puts neurons on the cores that the author names, and reports what is wrong with that. For one use. */
    private static final class HandPlacement {

        private final Network network;
        private final Assignments assignments;
        private final long cores;

        HandPlacement(Network network, Mesh mesh, long mostChips) {
            this.network = network;
            this.assignments = new Assignments(network);
            this.cores = Math.min(Mesh.MOST_CORES, mostChips * mesh.cores());
        }

        Assignments assign(ByHand hand) {
            hand.assignments().forEach(this::put);
            for (int p = 0; p < network.populations().size(); p++) {
                checkComplete(p);
            }
            return assignments;
        }

        private void put(Assignment assignment) {
            int index = network.populations().stream()
                    .map(Population::name)
                    .toList()
                    .indexOf(assignment.population());
            if (index < 0) {
                assignments.problem("there is no population named " + assignment.population() + " to place");
                return;
            }
            int size = network.population(index).size();
            if (assignment.first() < 0
                    || assignment.count() < 1
                    || assignment.first() + (long) assignment.count() > size) {
                assignments.problem(
                        "the placement of " + assignment.population() + " names neurons " + assignment.first() + " to "
                                + (assignment.first() + (long) assignment.count() - 1) + ", it has 0 to " + (size - 1));
                return;
            }
            if (assignment.core() < 0 || assignment.core() >= cores) {
                assignments.problem("the placement of " + assignment.population() + " names core " + assignment.core()
                        + ", there are cores 0 to " + (cores - 1));
                return;
            }
            int first = network.firstNeuron(index) + assignment.first();
            for (int neuron = first; neuron < first + assignment.count(); neuron++) {
                if (assignments.isPlaced(neuron)) {
                    assignments.problem("neuron " + (neuron - network.firstNeuron(index)) + " of "
                            + assignment.population() + " is placed twice");
                    return;
                }
                assignments.put(neuron, assignment.core());
            }
        }

        private void checkComplete(int index) {
            Population population = network.population(index);
            for (int neuron = 0; population.model().takesInput() && neuron < population.size(); neuron++) {
                if (!assignments.isPlaced(network.firstNeuron(index) + neuron)) {
                    assignments.problem("neuron " + neuron + " of " + population.name() + " is not placed");
                    return;
                }
            }
        }
    }
}
