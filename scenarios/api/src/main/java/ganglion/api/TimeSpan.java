package ganglion.api;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.Quantity;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A length of time of at least 0, kept as it was given, so that a saved scenario says {@code 0.1 ms} where the code did. Made by
 * {@link Units}.
 *
 * @param text a number and its unit: s, ms, us, ns, ps, or ticks; such as {@code 20 ms} or {@code 3 ticks}
 */
@API(status = Status.STABLE, since = "0.2")
public record TimeSpan(String text) {

    /** @throws InvalidInputException if the text is no time, or is negative */
    public TimeSpan {
        Objects.requireNonNull(text, "text");
        if (!text.matches("\\d+ ticks?")) {
            try {
                Quantity quantity = Quantity.parse(text, Dimension.TIME);
                if (quantity.value() < 0) {
                    throw InvalidInputException.ofArgument("found " + text + ", expected a time of at least 0");
                }
            } catch (IllegalArgumentException e) {
                throw InvalidInputException.ofArgument(e.getMessage());
            }
        }
    }

    /** A time in a unit. */
    static TimeSpan of(double value, String unit) {
        return new TimeSpan(decimal(value, "time") + " " + unit);
    }

    /** A number in decimals, without an exponent. */
    static String decimal(double value, String what) {
        BigDecimal exact = BigDecimal.valueOf(InvalidInputException.finite(value, what));
        BigDecimal plain = exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
        return plain.toPlainString().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return text;
    }
}
