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
    private final Counts nothing;
    private final Counts inTick;
    private final Counts inTotal;
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
        this.nothing = new Counts();
        this.inTick = new Counts();
        this.inTotal = new Counts();
        for (int p = 0; p < populations; p++) {
            isInput[p] = !network.population(p).model().takesInput();
            if (isInput[p]) {
                quietTick[Operation.ENCODER_UPDATE.ordinal()] +=
                        network.population(p).size();
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
        return (idle ? nothing : inTick).of(operation, population, 1);
    }

    /** The same in all ticks so far. */
    public long total(Operation operation, int population) {
        return inTotal.of(operation, population, ticks);
    }

    /** Counts by population. */
    private final class Counts {

        private final long[] synapses = new long[populations];
        private final long[] active = new long[populations];
        private final long[] spikes = new long[populations];

        long of(Operation operation, int population, long ofTicks) {
            return switch (operation) {
                case SYNAPTIC_OPERATION, DENDRITE_UPDATE -> synapses[population];
                case SPIKE -> spikes[population];
                case NEURON_UPDATE_ACTIVE, NEURON_UPDATE -> active[population];
                case NEURON_UPDATE_IDLE -> ofTicks * neurons[population] - active[population];
                case NEURON_ACCESS -> ofTicks * neurons[population];
                default -> throw new IllegalArgumentException(operation.label() + " are not counted by population");
            };
        }
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
            countPopulation(p, tick);
        }
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

    private void countPopulation(int p, PlacedTick tick) {
        long synapses = tick.synapses(p);
        long active = tick.active(p);
        long spikes = isInput[p] ? 0 : tick.spikes(p);
        inTick.synapses[p] = synapses;
        inTick.active[p] = active;
        inTick.spikes[p] = spikes;
        inTotal.synapses[p] += synapses;
        inTotal.active[p] += active;
        inTotal.spikes[p] += spikes;
        busyTick[Operation.INPUT_SPIKE.ordinal()] += isInput[p] ? tick.spikes(p) : 0;
        busyTick[Operation.SYNAPTIC_OPERATION.ordinal()] += synapses;
        busyTick[Operation.DENDRITE_UPDATE.ordinal()] += synapses;
        busyTick[Operation.SPIKE.ordinal()] += spikes;
        busyTick[Operation.NEURON_UPDATE_ACTIVE.ordinal()] += active;
        busyTick[Operation.NEURON_UPDATE.ordinal()] += active;
        busyTick[Operation.NEURON_UPDATE_IDLE.ordinal()] -= active;
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
