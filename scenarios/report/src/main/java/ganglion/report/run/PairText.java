package ganglion.report.run;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.report.run.RunDiff.Pair;
import java.util.Locale;

/** Text of a value that differs between two runs, and of its change. */
public final class PairText {

    private static final int DIGITS = 4;

    private PairText() {}

    /** A value; a dash if a run has none. */
    public static String of(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "-";
        }
        return value.isFloatingPointNumber() ? number(value.asDouble()) : value.asText();
    }

    private static String number(double value) {
        return Math.abs(value) >= 1e-3 && Math.abs(value) < 1e7 || value == 0
                ? QuantityFormat.format(value, "", DIGITS)
                : String.format(Locale.ROOT, "%." + (DIGITS - 1) + "e", value);
    }

    /** The change from the first number to the second, in percent; empty for what is no number, or zero before. */
    public static String change(Pair pair) {
        if (!pair.first().isNumber()
                || !pair.second().isNumber()
                || pair.first().asDouble() == 0) {
            return "";
        }
        double percent = 100 * (pair.second().asDouble() / pair.first().asDouble() - 1);
        return String.format(Locale.ROOT, "%+.3g %%", percent);
    }
}
