package ganglion.hardware.figure;

import ganglion.documents.quantity.Dimension;
import java.util.Objects;
import java.util.Optional;

/**
 * One figure of a chip with its evidence.
 *
 * @param text as written in the profile document, such as {@code 23.6 pJ}
 * @param value in the dimension's base unit, finite and not negative
 * @param dimension what is measured
 * @param kind kind of evidence
 * @param source full citation
 * @param note conditions, derivation or doubts; empty if there is none
 * @param interval the range of the true value, where known
 */
public record Figure(
        String text,
        double value,
        Dimension dimension,
        FigureKind kind,
        String source,
        String note,
        Optional<Interval> interval) {

    /** @throws IllegalArgumentException if the value is negative or not finite, or there is no source */
    public Figure {
        Objects.requireNonNull(kind, "kind");
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("a figure is finite and not negative, found " + text);
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("the figure " + text + " needs a source");
        }
    }
}
