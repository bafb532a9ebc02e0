package ganglion.hardware.dense;

import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.chip.Processor;
import ganglion.hardware.dense.DenseLayers.LayerWork;
import ganglion.hardware.figure.Figure;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;

/**
 * How long a processor takes for one call, as {@link Processor} has it: a roofline of arithmetic and of reading weights
 * (Williams, Waterman and Patterson 2009) in each layer, with the overheads of call and layer on top.
 *
 * @param seconds absent if a figure is missing
 * @param missing the missing figures, human-readable; empty if the time is known
 * @param atBest whether the times of single operations would come out faster than the processor is at best, so that its peak is the time
 */
public record CallTime(OptionalDouble seconds, List<String> missing, boolean atBest) {

    /** Takes a copy of the list. */
    public CallTime {
        missing = List.copyOf(missing);
    }

    /** A time that no peak bounds. */
    public CallTime(OptionalDouble seconds, List<String> missing) {
        this(seconds, missing, false);
    }

    /**
     * The time of one call.
     *
     * @param batch inputs that the call computes, at least 1
     */
    public static CallTime of(Processor processor, List<LayerWork> layers, NumberFormat format, long batch) {
        double sum = value(processor.call());
        double shortest = 0;
        TreeSet<String> missing = new TreeSet<>();
        for (LayerWork layer : layers) {
            Optional<Figure> product = processor.multiplyAccumulate(layer.kind(), format);
            if (product.isEmpty()) {
                missing.add("time of a multiply-accumulate in a " + layer.kind().word() + " layer, " + format.word());
                continue;
            }
            double products = (double) batch * layer.multiplyAccumulates();
            double arithmetic = products * product.get().value();
            shortest += products * value(processor.atBest());
            double reading = layer.weights() * format.bytes() * value(processor.weightByte());
            sum += value(processor.launch())
                    + Math.max(arithmetic, reading)
                    + batch * layer.outputs() * value(processor.output());
        }
        return new CallTime(
                missing.isEmpty() ? OptionalDouble.of(Math.max(sum, shortest)) : OptionalDouble.empty(),
                List.copyOf(missing),
                shortest > sum);
    }

    /** The share of one of the inputs that the call computes. */
    public CallTime share(long batch) {
        return seconds.isPresent()
                ? new CallTime(OptionalDouble.of(seconds.getAsDouble() / batch), missing, atBest)
                : this;
    }

    private static double value(Optional<Figure> figure) {
        return figure.map(Figure::value).orElse(0.0);
    }
}
