package ganglion.hardware.figure;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/**
 * What an energy per operation stands for. The two must never be added up in one total: on TrueNorth's own measurements
 * that gives errors from -40 to +256 %.
 */
public enum Accounting {
    /** The energy of one more operation, on top of what the chip draws anyway. */
    @JsonProperty("marginal")
    MARGINAL,
    /** Power of the whole chip divided by the rate of operations at one operating point; static power is in it. */
    @JsonProperty("all-in")
    ALL_IN;

    /** The word used in documents and reports, {@code marginal} or {@code all-in}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
