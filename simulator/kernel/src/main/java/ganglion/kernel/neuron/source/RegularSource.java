package ganglion.kernel.neuron.source;

import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;

/**
 * Neurons that fire at regular intervals and take no input: spike {@code j} of a neuron falls into tick {@code
 * floor(phase + j period)}. Each spike is computed from its number, not from the spike before, so that rounding does
 * not add up over a run.
 *
 * @param periodTicks time from one spike to the next, in ticks, not necessarily whole, at least 1
 * @param phaseTicks time of the first spike, at least 0
 */
public record RegularSource(NeuronValues periodTicks, NeuronValues phaseTicks) implements NeuronModel {

    /** Ticks beyond this are not told apart by doubles. */
    private static final double LATEST_TICK = 0x1p53;

    /** @throws IllegalArgumentException if a period is below 1 or a phase below 0 */
    public RegularSource {
        periodTicks.check("period", value -> value >= 1 && value <= LATEST_TICK, "1 tick or more");
        phaseTicks.check("phase", value -> value >= 0 && value <= LATEST_TICK, "0 ticks or more");
    }

    @Override
    public String name() {
        return "regular-source";
    }

    @Override
    public boolean takesInput() {
        return false;
    }

    @Override
    public void checkSize(int populationSize) {
        periodTicks.checkSize("period", populationSize);
        phaseTicks.checkSize("phase", populationSize);
    }

    @Override
    public NeuronGroup createGroup(int first, int size) {
        return new ScheduledSpikes(size, (neuron, index, previous) -> tick(first + neuron, index));
    }

    private long tick(int neuron, long index) {
        double tick = Math.floor(phaseTicks.at(neuron) + index * periodTicks.at(neuron));
        return tick < LATEST_TICK ? (long) tick : NeuronGroup.NEVER;
    }
}
