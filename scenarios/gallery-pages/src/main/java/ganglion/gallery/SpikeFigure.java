package ganglion.gallery;

import ganglion.documents.quantity.Dimension;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.time.Clock;
import ganglion.report.chart.Axis;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** A figure of one neuron, or of a population, over a span of ticks. */
enum SpikeFigure {
    /** Number of spikes. */
    SPIKES("spikes"),
    /** Spikes per second. */
    RATE("rate"),
    /** Time from the start of the span to the first spike. */
    FIRST_SPIKE("time to the first spike");

    private static final long NONE = -1;

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

    /** The figure of a whole population; absent for a first spike where there is none. */
    OptionalDouble of(SpikeRaster raster, long from, long until, Clock clock) {
        int at = raster.firstIndexAt(from);
        int count = raster.firstIndexAt(until) - at;
        return of(count, count == 0 ? NONE : raster.tick(at), from, until, clock);
    }

    /** The figure of each neuron; absent for a first spike where there is none. */
    List<OptionalDouble> ofNeurons(SpikeRaster raster, long from, long until, Clock clock) {
        long[] counts = new long[raster.neuronCount()];
        long[] firsts = new long[raster.neuronCount()];
        Arrays.fill(firsts, NONE);
        for (int i = raster.firstIndexAt(from); i < raster.size() && raster.tick(i) < until; i++) {
            int neuron = raster.neuron(i);
            counts[neuron]++;
            firsts[neuron] = firsts[neuron] == NONE ? raster.tick(i) : firsts[neuron];
        }
        return IntStream.range(0, counts.length)
                .mapToObj(neuron -> of(counts[neuron], firsts[neuron], from, until, clock))
                .toList();
    }

    private OptionalDouble of(long count, long first, long from, long until, Clock clock) {
        return switch (this) {
            case SPIKES -> OptionalDouble.of(count);
            case RATE -> OptionalDouble.of(count / clock.seconds(until - from));
            case FIRST_SPIKE -> first == NONE ? OptionalDouble.empty() : OptionalDouble.of(clock.seconds(first - from));
        };
    }
}
