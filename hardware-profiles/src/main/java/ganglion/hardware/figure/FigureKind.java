package ganglion.hardware.figure;

import java.util.Locale;

/** The evidence for a figure, from the best to the weakest. */
public enum FigureKind {
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

    /** The word used in documents and reports, such as {@code published}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The weaker of this kind and another: that of a figure computed from both. */
    public FigureKind orWeaker(FigureKind other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
