package ganglion.report.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.Quantity;
import java.util.Arrays;
import java.util.Optional;

/**
 * A value that a sweep sets, as its pages and tables show it.
 *
 * @param text as it is written in a scenario
 * @param number what it is as a number with its dimension; empty for words, lists and others
 */
record SweepSetting(String text, Optional<Quantity> number) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The value of a JSON text; empty for a point without it. */
    static SweepSetting of(String json) {
        String text = text(json);
        return new SweepSetting(
                text,
                Arrays.stream(Dimension.values())
                        .map(dimension -> parsed(text, dimension))
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    /** The text for a page: a number stays with its unit. */
    String unbroken() {
        return number.isPresent() ? text.replace(' ', '\u00a0') : text;
    }

    private static String text(String json) {
        try {
            JsonNode node = JSON.readTree(json);
            return node != null && node.isTextual() ? node.asText() : json;
        } catch (JsonProcessingException e) {
            return json;
        }
    }

    private static Optional<Quantity> parsed(String text, Dimension dimension) {
        try {
            return Optional.of(Quantity.parse(text, dimension));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
