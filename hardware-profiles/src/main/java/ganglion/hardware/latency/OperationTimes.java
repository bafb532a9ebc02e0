package ganglion.hardware.latency;

import ganglion.hardware.chip.Mesh;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.PopulationFigures;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.placement.Cells;
import ganglion.hardware.placement.FanOut;
import ganglion.hardware.placement.PlacedNetwork;
import ganglion.hardware.placement.Placement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The times of a chip's operations for one placed network, looked up once: by cell for neurons, by message for synapses. An
 * operation without a figure takes no time; {@link #missing} lists those of them that a total time needs.
 */
public final class OperationTimes {

    private final PlacedNetwork placed;
    private final PopulationFigures figures;
    private final double[] idle;
    private final double[] active;
    private final double[] firing;

    /** Applying one synapse, by population. */
    private final double[] synapse;

    /** Receiving a message of some synapses, by population and their number. */
    private final double[][] byCount;

    private final double leaks;
    private final double messageOut;
    private final double messageIn;
    private final double within;
    private final double east;
    private final double west;
    private final double north;
    private final double south;

    /**
     * @param crossbarRow slots that a message makes a core visit; 0 where it visits synapses alone
     * @param leakRow slots that an event of time makes a core visit in each tick; 0 where there is none
     */
    public OperationTimes(PlacedNetwork placed, PopulationFigures figures, double crossbarRow, double leakRow) {
        this.placed = placed;
        this.figures = figures;
        Cells cells = placed.cells();
        this.idle = new double[cells.count()];
        this.active = new double[cells.count()];
        this.firing = new double[cells.count()];
        for (int cell = 0; cell < cells.count(); cell++) {
            int population = cells.population(cell);
            double access = time(Operation.NEURON_ACCESS, population);
            idle[cell] = access + time(Operation.NEURON_UPDATE_IDLE, population);
            active[cell] = access
                    + time(Operation.NEURON_UPDATE, population)
                    + time(Operation.NEURON_UPDATE_ACTIVE, population);
            firing[cell] = active[cell] + time(Operation.SPIKE, population);
        }
        this.messageOut = time(Operation.MESSAGE_OUT, 0);
        this.messageIn = time(Operation.MESSAGE_IN, 0);
        this.within = time(Operation.MESSAGE_WITHIN_TILE, 0);
        this.east = time(Operation.HOP_EAST, 0);
        this.west = time(Operation.HOP_WEST, 0);
        this.north = time(Operation.HOP_NORTH, 0);
        this.south = time(Operation.HOP_SOUTH, 0);
        this.leaks = leakRow * time(Operation.LEAK, 0);
        double row = crossbarRow * time(Operation.CROSSBAR_OPERATION, 0);
        this.synapse = new double[figures.populations()];
        for (int p = 0; p < synapse.length; p++) {
            synapse[p] = time(Operation.SYNAPTIC_OPERATION, p) + time(Operation.DENDRITE_UPDATE, p);
        }
        this.byCount = byCount(messageIn + row);
    }

    /** Adds synapse by synapse, as a core does, so that equal sums are equal to the last bit. */
    private double[][] byCount(double message) {
        FanOut fanOut = placed.fanOut();
        int[] most = new int[synapse.length];
        for (int group = 0; group < fanOut.firstGroup(fanOut.messages()); group++) {
            int population = fanOut.population(group);
            most[population] = Math.max(most[population], fanOut.groupSynapses(group));
        }
        double[][] seconds = new double[synapse.length][];
        for (int p = 0; p < seconds.length; p++) {
            seconds[p] = new double[most[p] + 1];
            seconds[p][0] = message;
            for (int count = 1; count < seconds[p].length; count++) {
                seconds[p][count] = synapse[p] > 0 ? seconds[p][count - 1] + synapse[p] : message;
            }
        }
        return seconds;
    }

    private double time(Operation operation, int population) {
        return figures.time(operation, population).map(Figure::value).orElse(0.0);
    }

    /** Operations whose time is needed but unknown. */
    public List<Operation> missing(boolean continuousNeurons) {
        Set<Operation> missing = new LinkedHashSet<>();
        Cells cells = placed.cells();
        for (int cell = 0; cell < cells.count(); cell++) {
            missing.addAll(missing(
                    figures,
                    cells.population(cell),
                    continuousNeurons,
                    placed.placement().mesh()));
        }
        return List.copyOf(missing);
    }

    /** The same of one population of a network on a chip of a mesh. */
    public static List<Operation> missing(
            PopulationFigures figures, int population, boolean continuousNeurons, Mesh mesh) {
        List<Operation> needed = new ArrayList<>();
        boolean inSynapse =
                figures.time(Operation.CROSSBAR_OPERATION, population).isPresent();
        if (!inSynapse) {
            needed.add(Operation.SYNAPTIC_OPERATION);
        }
        if (!continuousNeurons
                && !inSynapse
                && figures.time(Operation.NEURON_ACCESS, population).isEmpty()) {
            needed.addAll(List.of(Operation.NEURON_UPDATE_ACTIVE, Operation.NEURON_UPDATE_IDLE));
        }
        if (mesh.widthTiles() > 1) {
            needed.addAll(List.of(Operation.HOP_EAST, Operation.HOP_WEST));
        }
        if (mesh.heightTiles() > 1) {
            needed.addAll(List.of(Operation.HOP_NORTH, Operation.HOP_SOUTH));
        }
        needed.removeIf(operation -> figures.time(operation, population).isPresent());
        return needed;
    }

    /** One idle neuron of a cell. */
    double idle(int cell) {
        return idle[cell];
    }

    /** One active neuron of a cell that does not fire. */
    double active(int cell) {
        return active[cell];
    }

    /** One neuron of a cell that fires. */
    double firing(int cell) {
        return firing[cell];
    }

    /** The event of time at the beginning of each tick. */
    double leaks() {
        return leaks;
    }

    /** Sending one message. */
    double messageOut() {
        return messageOut;
    }

    /** Receiving a message and applying its synapses. */
    double processing(int message) {
        FanOut fanOut = placed.fanOut();
        int group = fanOut.firstGroup(message);
        double sum = byCount[fanOut.population(group)][fanOut.groupSynapses(group)];
        while (++group < fanOut.firstGroup(message + 1)) {
            double each = synapse[fanOut.population(group)];
            for (int k = fanOut.groupSynapses(group); k > 0 && each > 0; k--) {
                sum += each;
            }
        }
        return sum;
    }

    /** The time of a path without contention, from a tile to a tile of the same chip. */
    double path(int sourceTile, int targetTile) {
        if (sourceTile == targetTile) {
            return within;
        }
        Mesh mesh = placed.placement().mesh();
        int eastward = mesh.x(targetTile) - mesh.x(sourceTile);
        int northward = mesh.y(targetTile) - mesh.y(sourceTile);
        return Math.abs(eastward) * (eastward > 0 ? east : west)
                + Math.abs(northward) * (northward > 0 ? north : south);
    }

    /** The time of the path of a neuron's message; inputs enter at the south-western tile. */
    double path(int neuron, int message, Placement placement) {
        int source = placement.coreOfNeuron()[neuron];
        int sourceTile = source == Placement.OUTSIDE ? 0 : placement.tile(source);
        return path(sourceTile, placement.tile(placed.fanOut().core(message)));
    }

    /** The time of all neurons of each core in an idle tick, added neuron by neuron in their order. */
    double[] quietSeconds() {
        double[] seconds = new double[placed.placement().cores().size()];
        Cells cells = placed.cells();
        for (int neuron = 0; neuron < placed.fanOut().neurons(); neuron++) {
            int cell = cells.of(neuron);
            if (cell != Placement.OUTSIDE) {
                seconds[cells.core(cell)] += idle[cell];
            }
        }
        return seconds;
    }

    /** The largest of the times; zero if there are none. */
    static double largest(double[] seconds) {
        return Arrays.stream(seconds).max().orElse(0);
    }
}
