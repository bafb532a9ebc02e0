package ganglion.api;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.Quantity;
import java.util.Objects;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Events or cycles per second, at least 0, kept as given. Made by {@link Units}.
 *
 * @param text a number and its unit: Hz, kHz, MHz, GHz; such as {@code 8 Hz}
 */
@API(status = Status.STABLE, since = "0.2")
public record Frequency(String text) {

    /** @throws InvalidInputException if the text is no frequency, or is negative */
    public Frequency {
        Objects.requireNonNull(text, "text");
        try {
            if (Quantity.parse(text, Dimension.FREQUENCY).value() < 0) {
                throw InvalidInputException.ofArgument("found " + text + ", expected a frequency of at least 0");
            }
        } catch (IllegalArgumentException e) {
            throw InvalidInputException.ofArgument(e.getMessage());
        }
    }

    /** A frequency in a unit. */
    static Frequency of(double value, String unit) {
        return new Frequency(TimeSpan.decimal(value, "frequency") + " " + unit);
    }

    @Override
    public String toString() {
        return text;
    }
}
