package ganglion.hardware.cascade;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.quantity.WilsonInterval;
import java.util.Locale;

/**
 * A share of clips.
 *
 * @param count how many there were
 * @param of among how many
 */
public record CountedShare(int count, int of) {

    /** From 0 to 1; 0 of none. */
    public double share() {
        return of == 0 ? 0 : (double) count / of;
    }

    /** Its 95 % interval. */
    public WilsonInterval interval() {
        return WilsonInterval.of(share(), of);
    }

    /** Such as {@code 9 of 10 (90.0 %, 59.6 to 98.2 %)}. */
    public String text() {
        WilsonInterval range = interval();
        return of == 0
                ? "0 of 0"
                : String.format(
                        Locale.ROOT,
                        "%d of %d (%.1f %%, %.1f to %.1f %%)",
                        count,
                        of,
                        100 * share(),
                        100 * range.low(),
                        100 * range.high());
    }

    /** As JSON: {@code count}, {@code of} and, of at least one clip, {@code share}, {@code low} and {@code high}. */
    public ObjectNode json() {
        ObjectNode node =
                JsonNodeFactory.instance.objectNode().put("count", count).put("of", of);
        if (of > 0) {
            node.put("share", share());
            node.put("low", interval().low()).put("high", interval().high());
        }
        return node;
    }
}
