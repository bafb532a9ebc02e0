package ganglion.report.gallery.drawing;

import ganglion.documents.quantity.Dimension;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.time.Clock;
import ganglion.report.chart.Axis;
import java.util.OptionalDouble;

/** A figure of one neuron, or of a population, over a span of ticks. */
public enum SpikeFigure {
    /** Number of spikes. */
    SPIKES("spikes"),
    /** Spikes per second. */
    RATE("rate"),
    /** Time from the start of the span to the first spike. */
    FIRST_SPIKE("time to the first spike");

    private final String title;

    SpikeFigure(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    Axis axis() {
        return switch (this) {
            case SPIKES -> Axis.ofNumbers("", Axis.Range.FROM_ZERO);
            case RATE -> Axis.of("", Dimension.FREQUENCY, Axis.Range.FROM_ZERO);
            case FIRST_SPIKE -> Axis.of("", Dimension.TIME, Axis.Range.FROM_ZERO);
        };
    }

    /**
     * The figure; absent for a first spike where there is none.
     *
     * @param neuron -1 for the whole population
     */
    OptionalDouble of(SpikeRaster raster, int neuron, long from, long until, Clock clock) {
        long count = 0;
        long first = -1;
        for (int i = raster.firstIndexAt(from); i < raster.size() && raster.tick(i) < until; i++) {
            if (neuron < 0 || raster.neuron(i) == neuron) {
                count++;
                first = first < 0 ? raster.tick(i) : first;
            }
        }
        return switch (this) {
            case SPIKES -> OptionalDouble.of(count);
            case RATE -> OptionalDouble.of(count / clock.seconds(until - from));
            case FIRST_SPIKE -> first < 0 ? OptionalDouble.empty() : OptionalDouble.of(clock.seconds(first - from));
        };
    }
}
