package ganglion.hardware.figure;

import ganglion.documents.key.Worded;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One figure of a chip with its evidence.
 *
 * @param text as written in the profile document, such as {@code 23.6 pJ}, or computed from what is written there
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

    private static final int DIGITS = 4;

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

    /**
     * The sum of figures of one dimension. Its text and note show the parts; its kind is that of the weakest part, and not
     * better than {@link FigureKind#DERIVED}.
     *
     * @param parts at least one; one alone is its own sum
     * @throws IllegalArgumentException if the parts measure different things
     */
    public static Figure sum(List<Figure> parts) {
        Figure first = parts.get(0);
        if (parts.size() == 1) {
            return first;
        }
        double value = 0;
        FigureKind kind = FigureKind.DERIVED;
        Interval interval = Interval.exactly(0);
        for (Figure part : parts) {
            if (part.dimension() != first.dimension()) {
                throw new IllegalArgumentException("cannot add " + part.text() + " to " + first.text());
            }
            value += part.value();
            kind = kind.orWeaker(part.kind());
            interval = interval.plus(Interval.of(part));
        }
        return new Figure(
                computed(value, first.dimension()),
                value,
                first.dimension(),
                kind,
                parts.stream().map(Figure::source).distinct().collect(Collectors.joining("; ")),
                parts.stream()
                        .map(part -> part.text() + (part.note().isEmpty() ? "" : " (" + part.note() + ")"))
                        .collect(Collectors.joining(" + ")),
                interval.isExact() ? Optional.empty() : Optional.of(interval));
    }

    /**
     * The same figure at another operating point.
     *
     * @param factor what the value is multiplied by
     * @param how how the factor comes about, for the note
     */
    public Figure scaled(double factor, String how) {
        return new Figure(
                computed(value * factor, dimension),
                value * factor,
                dimension,
                kind.orWeaker(FigureKind.DERIVED),
                source,
                note.isEmpty() ? how : how + "; " + note,
                interval.map(range -> range.times(factor)));
    }

    /** How the value of a figure is written that is computed from others. */
    public static String computed(double value, Dimension dimension) {
        return QuantityFormat.format(value, dimension.baseUnit(), DIGITS);
    }

    /** The evidence for a figure, from the best to the weakest. */
    public enum FigureKind implements Worded {
        /** Read in the source itself or in its abstract. */
        PUBLISHED,
        /** Computed from other figures; the note shows how. */
        DERIVED,
        /** Read in another text, which quotes the source. */
        QUOTED,
        /** Chosen so that estimates meet measurements; the note names them. */
        FITTED,
        /** Chosen by us because nothing better is known; the note says why. */
        ASSUMED;

        /** The weaker of this kind and another: that of a figure computed from both. */
        public FigureKind orWeaker(FigureKind other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }
}
