package ganglion.api;

import com.fasterxml.jackson.annotation.JsonValue;
import ganglion.documents.quantity.Dimension;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Events or cycles per second, at least 0, kept as given. Made by {@link Units}.
 *
 * @param text a number and its unit: Hz, kHz, MHz, GHz; such as {@code 8 Hz}
 */
@API(status = Status.STABLE, since = "0.2")
public record Frequency(@JsonValue String text) {

    /** @throws GanglionException if the text is no frequency, or is negative */
    public Frequency {
        Units.check(text, Dimension.FREQUENCY);
    }

    @Override
    public String toString() {
        return text;
    }
}
