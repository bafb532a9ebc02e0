package ganglion.hardware.cost;

import ganglion.hardware.figure.FigureKind;
import ganglion.hardware.figure.Interval;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One part of a chip's energy.
 *
 * @param name stable key, such as {@code synaptic-operation} or {@code static}
 * @param label name for people, such as {@code synaptic operations}
 * @param count exact number of operations; ticks for static power
 * @param joules energy of all of them; absent if the figure is unknown
 * @param kind how the figure came to be known; null if it is not
 * @param figure the figure as the profile writes it, such as {@code 23.6 pJ}; empty if unknown
 * @param source citation of the figure; empty if unknown
 * @param interval the range that the energy lies in, as far as the error of its figure is known
 */
public record EnergyComponent(
        String name,
        String label,
        long count,
        OptionalDouble joules,
        FigureKind kind,
        String figure,
        String source,
        Optional<Interval> interval) {

    /** Name of the component of static power. */
    public static final String STATIC = "static";

    /** A component of whose error nothing is known. */
    public EnergyComponent(
            String name,
            String label,
            long count,
            OptionalDouble joules,
            FigureKind kind,
            String figure,
            String source) {
        this(name, label, count, joules, kind, figure, source, Optional.empty());
    }
}
