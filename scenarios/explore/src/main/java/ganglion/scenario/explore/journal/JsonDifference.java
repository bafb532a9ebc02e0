package ganglion.scenario.explore.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Says in words where two JSON values first differ. */
final class JsonDifference {

    private static final int SHOWN_CHARACTERS = 80;

    private JsonDifference() {}

    /** Where they differ, and what each has there; empty if they are equal. */
    static Optional<String> first(JsonNode before, JsonNode now) {
        return first("", before, now);
    }

    private static Optional<String> first(String pointer, JsonNode before, JsonNode now) {
        if (before.equals(now)) {
            return Optional.empty();
        }
        if (before.isObject() && now.isObject()) {
            Set<String> keys = new TreeSet<>();
            before.fieldNames().forEachRemaining(keys::add);
            now.fieldNames().forEachRemaining(keys::add);
            for (String key : keys) {
                Optional<String> change = first(pointer + "/" + key, before.path(key), now.path(key));
                if (change.isPresent()) {
                    return change;
                }
            }
        }
        if (before.isArray() && now.isArray() && before.size() == now.size()) {
            for (int i = 0; i < before.size(); i++) {
                Optional<String> change = first(pointer + "/" + i, before.get(i), now.get(i));
                if (change.isPresent()) {
                    return change;
                }
            }
        }
        return Optional.of(pointer + " was " + text(before) + " and is " + text(now));
    }

    private static String text(JsonNode value) {
        String text = value.isMissingNode() ? "not there" : value.toString();
        return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "...";
    }
}
