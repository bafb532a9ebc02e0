package ganglion.hardware.validation;

import ganglion.documents.quantity.QuantityFormat;
import ganglion.hardware.validation.ValidationResult.JudgedCase;
import java.util.Locale;
import java.util.OptionalDouble;

/** Ratios and shares as tables show them. */
public final class RatioText {

    private static final String NONE = "-";

    private RatioText() {}

    /** Two digits behind the point, such as {@code 1.04}; of ratios below 0.1 and from 100 two significant digits. */
    public static String of(double ratio) {
        return ratio < 0.1 || ratio >= 100
                ? QuantityFormat.format(ratio, "", 2)
                : String.format(Locale.ROOT, "%.2f", ratio);
    }

    /** A ratio that may be absent. */
    public static String of(OptionalDouble ratio) {
        return ratio.isPresent() ? of(ratio.getAsDouble()) : NONE;
    }

    /** Such as {@code 83 %}. */
    public static String share(double share) {
        return Math.round(100 * share) + " %";
    }

    /** Whether a case lies in its interval, in a word; empty for a fit, which has none. */
    public static String place(JudgedCase judged) {
        return judged.factor().isEmpty() ? NONE : judged.isInside() ? "inside" : "outside";
    }
}
