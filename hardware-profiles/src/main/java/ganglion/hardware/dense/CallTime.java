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
 */
public record CallTime(OptionalDouble seconds, List<String> missing) {

    /** Takes a copy of the list. */
    public CallTime {
        missing = List.copyOf(missing);
    }

    /**
     * The time of one call.
     *
     * @param batch inputs that the call computes, at least 1
     */
    public static CallTime of(Processor processor, List<LayerWork> layers, NumberFormat format, long batch) {
        double sum = value(processor.call());
        TreeSet<String> missing = new TreeSet<>();
        for (LayerWork layer : layers) {
            Optional<Figure> product = processor.multiplyAccumulate(layer.kind(), format);
            if (product.isEmpty()) {
                missing.add("time of a multiply-accumulate in a " + layer.kind().word() + " layer, " + format.word());
                continue;
            }
            double arithmetic =
                    batch * layer.multiplyAccumulates() * product.get().value();
            double reading = layer.weights() * format.bytes() * value(processor.weightByte());
            sum += value(processor.launch())
                    + Math.max(arithmetic, reading)
                    + batch * layer.outputs() * value(processor.output());
        }
        return new CallTime(missing.isEmpty() ? OptionalDouble.of(sum) : OptionalDouble.empty(), List.copyOf(missing));
    }

    /** The share of one of the inputs that the call computes. */
    public CallTime share(long batch) {
        return seconds.isPresent() ? new CallTime(OptionalDouble.of(seconds.getAsDouble() / batch), missing) : this;
    }

    private static double value(Optional<Figure> figure) {
        return figure.map(Figure::value).orElse(0.0);
    }
}
