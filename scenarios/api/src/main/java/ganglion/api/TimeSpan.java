package ganglion.api;

import com.fasterxml.jackson.annotation.JsonValue;
import ganglion.documents.quantity.Dimension;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A length of time of at least 0, kept as it was given, so that a saved scenario says {@code 0.1 ms} where the code did. Made by
 * {@link Units}.
 *
 * @param text a number and its unit: s, ms, us, ns, ps, or ticks; such as {@code 20 ms} or {@code 3 ticks}
 */
@API(status = Status.STABLE, since = "0.2")
public record TimeSpan(@JsonValue String text) {

    /** @throws GanglionException if the text is no time, or is negative */
    public TimeSpan {
        if (!text.matches("\\d+ ticks?")) {
            Units.check(text, Dimension.TIME);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
