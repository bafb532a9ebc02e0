package ganglion.kernel.neuron.current;

import ganglion.kernel.neuron.NeuronValues;
import java.util.List;

/**
 * A current that is constant from one step to the next.
 *
 * @param steps in order of time; nothing flows before the first
 */
public record StepCurrent(List<Step> steps) implements InputCurrent {

    /**
     * The current from a tick on, until the next step.
     *
     * @param fromTick at least 0
     * @param perTick added to the summed input of each neuron at every tick
     */
    public record Step(long fromTick, NeuronValues perTick) {

        private boolean isZero() {
            return perTick.isCommon() && perTick.at(0) == 0;
        }
    }

    /** @throws IllegalArgumentException if the steps are not in order of time or a value is not finite */
    public StepCurrent {
        steps = List.copyOf(steps);
        long latest = -1;
        for (Step step : steps) {
            step.perTick().checkFits("current");
            if (step.fromTick() <= latest) {
                throw new IllegalArgumentException(
                        "a step of a current begins at tick " + step.fromTick() + ", expected one after " + latest);
            }
            latest = step.fromTick();
        }
    }

    @Override
    public void checkSize(int populationSize) {
        steps.forEach(step -> step.perTick().checkSize("current", populationSize));
    }

    /** Index of the step that holds at a tick; -1 before the first. */
    private int indexAt(long tick) {
        int index = -1;
        while (index + 1 < steps.size() && steps.get(index + 1).fromTick() <= tick) {
            index++;
        }
        return index;
    }

    @Override
    public long nextTick(long tick) {
        int index = indexAt(tick);
        if (index >= 0 && !steps.get(index).isZero()) {
            return tick;
        }
        for (int next = index + 1; next < steps.size(); next++) {
            if (!steps.get(next).isZero()) {
                return steps.get(next).fromTick();
            }
        }
        return Long.MAX_VALUE;
    }

    @Override
    public long steadyUntil(long tick) {
        int next = indexAt(tick) + 1;
        return next < steps.size() ? steps.get(next).fromTick() - 1 : Long.MAX_VALUE;
    }

    @Override
    public void addTo(long tick, int first, int size, double[] input, int positive, int negative) {
        NeuronValues perTick = steps.get(indexAt(tick)).perTick();
        for (int i = 0; i < size; i++) {
            double value = perTick.at(first + i);
            input[(value < 0 ? negative : positive) + i] += value;
        }
    }
}
