package ganglion.hardware.activity;

import ganglion.hardware.activity.ActivityWalk.TickListener;
import ganglion.hardware.chip.Mesh;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.metrics.NumberInput;
import ganglion.hardware.placement.Cells;
import ganglion.hardware.placement.FanOut;
import ganglion.hardware.placement.PlacedNetwork;
import ganglion.hardware.placement.Placement;
import ganglion.kernel.network.Network;
import java.util.Arrays;
import java.util.List;

/**
 * Counts the operations of the whole system tick by tick, and those of synapses, dendrites and somata also per population.
 * {@link Operation#CROSSBAR_OPERATION} is not counted: it follows from the messages and the chip's row. Not thread safe.
 */
public final class OperationCounter implements TickListener {

    private static final int OPERATIONS = Operation.values().length;

    private final SpikeEffects effects;
    private final List<NumberInput> numbers;
    private final int populations;
    private final int[] neurons;
    private final boolean[] isInput;
    private final long[] quietTick = new long[OPERATIONS];
    private final long[] busyTick = new long[OPERATIONS];
    private final long[] totals = new long[OPERATIONS];
    private final long[] synapses;
    private final long[] active;
    private final long[] spikes;
    private final long[] synapsesTotal;
    private final long[] activeTotal;
    private final long[] spikesTotal;
    private boolean idle;
    private long multiplyAccumulates;
    private long ticks;
    private long quietTicks;

    /**
     * A counter for one walk.
     *
     * @param numbers what flows into populations as numbers
     */
    public OperationCounter(PlacedNetwork placed, List<NumberInput> numbers) {
        Cells cells = placed.cells();
        this.effects = new SpikeEffects(placed);
        this.numbers = List.copyOf(numbers);
        Network network = placed.network();
        this.populations = network.populations().size();
        this.neurons = new int[populations];
        this.isInput = new boolean[populations];
        this.synapses = new long[populations];
        this.active = new long[populations];
        this.spikes = new long[populations];
        this.synapsesTotal = new long[populations];
        this.activeTotal = new long[populations];
        this.spikesTotal = new long[populations];
        for (int p = 0; p < populations; p++) {
            isInput[p] = !network.populations().get(p).model().takesInput();
            if (isInput[p]) {
                quietTick[Operation.ENCODER_UPDATE.ordinal()] +=
                        network.populations().get(p).size();
            }
        }
        for (int cell = 0; cell < cells.count(); cell++) {
            neurons[cells.population(cell)] += cells.neurons(cell);
        }
        int all = Arrays.stream(neurons).sum();
        quietTick[Operation.NEURON_UPDATE_IDLE.ordinal()] = all;
        quietTick[Operation.NEURON_ACCESS.ordinal()] = all;
        quietTick[Operation.NETWORK_STEP.ordinal()] = placed.placement().chips();
    }

    /** Whether nothing but numbers came in the tick that ended last. */
    public boolean idle() {
        return idle;
    }

    /** Operations in the tick that ended last. */
    public long inTick(Operation operation) {
        if (operation == Operation.MULTIPLY_ACCUMULATE) {
            return multiplyAccumulates;
        }
        return (idle ? quietTick : busyTick)[operation.ordinal()];
    }

    /** Operations in all ticks so far. */
    public long total(Operation operation) {
        return totals[operation.ordinal()] + quietTicks * quietTick[operation.ordinal()];
    }

    /**
     * The same of one population, for operations in synapses, dendrites and somata; its own spikes, not those that it
     * receives.
     */
    public long inTick(Operation operation, int population) {
        return switch (operation) {
            case SYNAPTIC_OPERATION, DENDRITE_UPDATE -> idle ? 0 : synapses[population];
            case SPIKE -> idle ? 0 : spikes[population];
            case NEURON_UPDATE_ACTIVE, NEURON_UPDATE -> idle ? 0 : active[population];
            case NEURON_UPDATE_IDLE -> neurons[population] - (idle ? 0 : active[population]);
            case NEURON_ACCESS -> neurons[population];
            default -> throw new IllegalArgumentException(operation.label() + " are not counted by population");
        };
    }

    /** The same in all ticks so far. */
    public long total(Operation operation, int population) {
        return switch (operation) {
            case SYNAPTIC_OPERATION, DENDRITE_UPDATE -> synapsesTotal[population];
            case SPIKE -> spikesTotal[population];
            case NEURON_UPDATE_ACTIVE, NEURON_UPDATE -> activeTotal[population];
            case NEURON_UPDATE_IDLE -> ticks * neurons[population] - activeTotal[population];
            case NEURON_ACCESS -> ticks * neurons[population];
            default -> throw new IllegalArgumentException(operation.label() + " are not counted by population");
        };
    }

    @Override
    public void tickEnded(PlacedTick tick) {
        ticks++;
        countNumbers(tick.tick());
        idle = tick.idle();
        if (idle) {
            quietTicks++;
            return;
        }
        System.arraycopy(quietTick, 0, busyTick, 0, OPERATIONS);
        effects.addTo(busyTick, tick);
        for (int p = 0; p < populations; p++) {
            synapses[p] = tick.synapses(p);
            active[p] = tick.active(p);
            spikes[p] = isInput[p] ? 0 : tick.spikes(p);
            busyTick[Operation.INPUT_SPIKE.ordinal()] += isInput[p] ? tick.spikes(p) : 0;
        }
        sumPopulations();
        for (int o = 0; o < OPERATIONS; o++) {
            totals[o] += busyTick[o];
        }
    }

    /** Numbers come in quiet ticks, too. */
    private void countNumbers(long tick) {
        multiplyAccumulates = 0;
        for (NumberInput input : numbers) {
            multiplyAccumulates += input.effectiveMultiplyAccumulates(tick);
        }
        totals[Operation.MULTIPLY_ACCUMULATE.ordinal()] += multiplyAccumulates;
    }

    private void sumPopulations() {
        for (int p = 0; p < populations; p++) {
            busyTick[Operation.SYNAPTIC_OPERATION.ordinal()] += synapses[p];
            busyTick[Operation.DENDRITE_UPDATE.ordinal()] += synapses[p];
            busyTick[Operation.SPIKE.ordinal()] += spikes[p];
            busyTick[Operation.NEURON_UPDATE_ACTIVE.ordinal()] += active[p];
            busyTick[Operation.NEURON_UPDATE.ordinal()] += active[p];
            busyTick[Operation.NEURON_UPDATE_IDLE.ordinal()] -= active[p];
            synapsesTotal[p] += synapses[p];
            spikesTotal[p] += spikes[p];
            activeTotal[p] += active[p];
        }
    }

    /**
     * The messages and hops of one spike of each neuron, so that counting a spike adds a few numbers. Messages take
     * the columns first and then the rows (XY routing). Inputs that are on no core enter each chip at the tile in its
     * south-western corner.
     */
    private static final class SpikeEffects {

        /** The operations stored per neuron, in this order. */
        private static final Operation[] KEPT = {
            Operation.MESSAGE_OUT,
            Operation.MESSAGE_IN,
            Operation.MESSAGE_WITHIN_TILE,
            Operation.HOP_EAST,
            Operation.HOP_WEST,
            Operation.HOP_NORTH,
            Operation.HOP_SOUTH,
            Operation.MESSAGE_BETWEEN_CHIPS,
            Operation.INPUT_MESSAGE
        };

        private static final int[] SLOT = new int[Operation.values().length];

        static {
            for (int slot = 0; slot < KEPT.length; slot++) {
                SLOT[KEPT[slot].ordinal()] = slot;
            }
        }

        private final Placement placement;
        private final Mesh mesh;

        /** The operations that occur on this placement; few of them on small chips. */
        private final Operation[] used;

        /** Counts of each neuron, by used operation. */
        private final int[] counts;

        private final long[] sums;

        SpikeEffects(PlacedNetwork placed) {
            this.placement = placed.placement();
            this.mesh = placement.mesh();
            FanOut fanOut = placed.fanOut();
            int[] all = new int[fanOut.neurons() * KEPT.length];
            for (int neuron = 0; neuron < fanOut.neurons(); neuron++) {
                for (int message = fanOut.first(neuron); message < fanOut.first(neuron + 1); message++) {
                    addMessage(all, neuron * KEPT.length, placement.coreOfNeuron()[neuron], fanOut.core(message));
                }
            }
            boolean[] isUsed = new boolean[KEPT.length];
            for (int i = 0; i < all.length; i++) {
                isUsed[i % KEPT.length] |= all[i] != 0;
            }
            this.used = Arrays.stream(KEPT)
                    .filter(operation -> isUsed[SLOT[operation.ordinal()]])
                    .toArray(Operation[]::new);
            this.counts = compact(all, fanOut.neurons());
            this.sums = new long[used.length];
        }

        private int[] compact(int[] all, int neurons) {
            int[] compact = new int[neurons * used.length];
            for (int slot = 0; slot < used.length; slot++) {
                int from = SLOT[used[slot].ordinal()];
                for (int neuron = 0; neuron < neurons; neuron++) {
                    compact[neuron * used.length + slot] = all[neuron * KEPT.length + from];
                }
            }
            return compact;
        }

        /** Adds the operations of the spikes of a tick to counts by operation. */
        void addTo(long[] byOperation, PlacedTick tick) {
            Arrays.fill(sums, 0);
            int width = sums.length;
            for (int i = 0; i < tick.firedCount(); i++) {
                int row = tick.fired(i) * width;
                for (int slot = 0; slot < width; slot++) {
                    sums[slot] += counts[row + slot];
                }
            }
            for (int slot = 0; slot < width; slot++) {
                byOperation[used[slot].ordinal()] += sums[slot];
            }
        }

        private void addMessage(int[] all, int row, int sourceCore, int targetCore) {
            add(all, row, Operation.MESSAGE_IN, 1);
            if (sourceCore == Placement.OUTSIDE) {
                add(all, row, Operation.INPUT_MESSAGE, 1);
                addRoute(all, row, 0, placement.tile(targetCore));
                return;
            }
            add(all, row, Operation.MESSAGE_OUT, 1);
            if (placement.chip(sourceCore) == placement.chip(targetCore)) {
                addRoute(all, row, placement.tile(sourceCore), placement.tile(targetCore));
            } else {
                add(all, row, Operation.MESSAGE_BETWEEN_CHIPS, 1);
            }
        }

        private void addRoute(int[] all, int row, int sourceTile, int targetTile) {
            if (sourceTile == targetTile) {
                add(all, row, Operation.MESSAGE_WITHIN_TILE, 1);
                return;
            }
            int east = mesh.x(targetTile) - mesh.x(sourceTile);
            int north = mesh.y(targetTile) - mesh.y(sourceTile);
            add(all, row, east > 0 ? Operation.HOP_EAST : Operation.HOP_WEST, Math.abs(east));
            add(all, row, north > 0 ? Operation.HOP_NORTH : Operation.HOP_SOUTH, Math.abs(north));
        }

        private static void add(int[] all, int row, Operation operation, int count) {
            all[row + SLOT[operation.ordinal()]] += count;
        }
    }
}
