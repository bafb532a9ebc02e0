package ganglion.hardware.cost;

import ganglion.hardware.figure.Figure.FigureKind;
import ganglion.hardware.figure.Interval;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One part of a chip's energy.
 *
 * @param name stable key, such as {@code synaptic-operation} or {@code static}
 * @param label human-readable name, such as {@code synaptic operations}
 * @param count exact number of operations; ticks for static power
 * @param joules energy of all of them; absent if the figure is unknown
 * @param kind kind of evidence of the figure; null if the figure is unknown
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

    /** Key of the component of static power. */
    public static final String STATIC = "static";

    /** Key of the component of devices whose power at work is known as a whole: what work adds to the power at rest. */
    public static final String RUNNING = "running";

    /** Key of the component of what cores in use add to the power at rest, beside their operations. */
    public static final String CORES = "cores";

    /** A component whose error is unknown. */
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

    /** The same without an interval. */
    EnergyComponent exact() {
        return new EnergyComponent(name, label, count, joules, kind, figure, source);
    }
}
