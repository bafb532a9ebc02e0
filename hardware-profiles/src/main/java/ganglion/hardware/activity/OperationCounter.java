package ganglion.hardware.activity;

import ganglion.hardware.chip.Operation;
import ganglion.hardware.metrics.NumberInput;
import ganglion.hardware.placement.Cells;
import ganglion.hardware.placement.PlacedNetwork;
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
}
