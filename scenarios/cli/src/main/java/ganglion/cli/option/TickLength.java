package ganglion.cli.option;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.Quantity;
import ganglion.kernel.time.Clock;

/** The length of a tick as options give it. */
public final class TickLength {

    private TickLength() {}

    /** @throws IllegalArgumentException if the text is no time, or none that a tick may last */
    public static Clock parse(String text) {
        return new Clock(seconds(text));
    }

    /** The length in seconds. */
    public static double seconds(String text) {
        return Quantity.parse(text, Dimension.TIME).value();
    }
}
