package ganglion.hardware.latency;

import ganglion.hardware.activity.PlacedTick;
import ganglion.hardware.metrics.NumberInput;
import ganglion.hardware.placement.Cells;
import ganglion.hardware.placement.PlacedNetwork;
import java.util.List;

/**
 * Adds the weighting of numbers to the time of a tick: it comes before the spikes and does not overlap with them. The products
 * of an input are shared by cores as the neurons of its population are, and the core with most of them decides.
 */
public final class NumberTimer implements TickTimer {

    private final TickTimer spikes;
    private final List<NumberInput> numbers;
    private final double[] secondsEach;
    private final CoreTrace trace;

    /**
     * @param spikes gives the time of the rest of the tick
     * @param seconds time of one multiply-accumulate
     * @param trace receives how long the weighting takes
     */
    public NumberTimer(
            TickTimer spikes, PlacedNetwork placed, List<NumberInput> numbers, double seconds, CoreTrace trace) {
        this.spikes = spikes;
        this.numbers = List.copyOf(numbers);
        this.trace = trace;
        this.secondsEach = this.numbers.stream()
                .mapToDouble(input -> seconds * mostOnOneCore(placed, input.target()) / input.targets())
                .toArray();
    }

    private static int mostOnOneCore(PlacedNetwork placed, String population) {
        Cells cells = placed.cells();
        int index = placed.network().index(population);
        int most = 0;
        for (int cell = 0; cell < cells.count(); cell++) {
            most = Math.max(most, cells.population(cell) == index ? cells.neurons(cell) : 0);
        }
        return most;
    }

    @Override
    public double seconds(PlacedTick tick) {
        double weighting = 0;
        for (int i = 0; i < secondsEach.length; i++) {
            weighting += numbers.get(i).effectiveMultiplyAccumulates(tick.tick()) * secondsEach[i];
        }
        if (weighting > 0) {
            trace.numbers(weighting);
        }
        return spikes.seconds(tick) + weighting;
    }

    @Override
    public int slowestCore() {
        return spikes.slowestCore();
    }
}
