package ganglion.hardware.figure;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How a figure came to be known, from the best evidence to the weakest. */
public enum FigureKind {
    /** Seen in the source itself, its abstract, or a text that quotes it verbatim. */
    @JsonProperty("published")
    PUBLISHED,
    /** Computed from published figures; the note shows how. */
    @JsonProperty("derived")
    DERIVED,
    /** Said to be published, but not yet checked against the source. */
    @JsonProperty("unverified")
    UNVERIFIED,
    /** Chosen by us because nothing better is known; the note says why. */
    @JsonProperty("assumed")
    ASSUMED;

    /** The word used in documents and reports, such as {@code published}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
