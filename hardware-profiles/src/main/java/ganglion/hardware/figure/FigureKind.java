package ganglion.hardware.figure;

import java.util.Locale;

/** The evidence for a figure, from the best to the weakest. */
public enum FigureKind {
    /** Seen in the source itself, its abstract, or a text that quotes it verbatim. */
    PUBLISHED,
    /** Computed from published figures; the note shows how. */
    DERIVED,
    /** Read in another text, which quotes the source. */
    QUOTED,
    /** Chosen so that estimates meet measurements; the note names them. */
    FITTED,
    /** Said to be published, but not yet checked against the source. */
    UNVERIFIED,
    /** Chosen by us because nothing better is known; the note says why. */
    ASSUMED;

    /** The word used in documents and reports, such as {@code published}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
