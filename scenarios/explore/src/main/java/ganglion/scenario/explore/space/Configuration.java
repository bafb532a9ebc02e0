package ganglion.scenario.explore.space;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A value for each dimension of a space.
 *
 * @param values text of each value by the name of its dimension, in the order of the space; empty for the experiment as it is
 */
public record Configuration(Map<String, String> values) {

    /** The experiment as it is: the network that someone made by hand. */
    public static final Configuration AS_IT_IS = new Configuration(Map.of());

    /** Takes a copy that keeps the order. */
    public Configuration {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Whether it changes nothing, that is, whether someone made the network by hand. */
    @JsonIgnore
    public boolean isAsItIs() {
        return values.isEmpty();
    }

    /** Human-readable: {@code hidden 24, bands 8}. */
    public String text() {
        if (isAsItIs()) {
            return "as it is";
        }
        StringBuilder text = new StringBuilder();
        values.forEach((name, value) ->
                text.append(text.isEmpty() ? "" : ", ").append(name).append(' ').append(value));
        return text.toString();
    }
}
