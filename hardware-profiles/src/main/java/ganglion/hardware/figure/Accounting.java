package ganglion.hardware.figure;

import java.util.Locale;

/**
 * What an energy per operation contains. The two must never be added up in one total: on TrueNorth's own measurements
 * the sum has errors from -40 to +256 %.
 */
public enum Accounting {
    /** The energy of one more operation, on top of what the chip draws anyway. */
    MARGINAL,
    /** Power of the whole chip divided by the rate of operations at one operating point; static power is in it. */
    ALL_IN;

    /** The word used in documents and reports, {@code marginal} or {@code all-in}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
