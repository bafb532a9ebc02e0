package ganglion.scenario.model;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.StringJoiner;

/**
 * One run of a scenario that asks for several: a point of its sweep, with one of its seeds.
 *
 * @param number counted from 0, in the order of the runs
 * @param settings what is varied: values by JSON pointer, written as JSON, in the order of the sweep
 * @param seed the seed of a repeat; absent where the scenario repeats nothing
 */
public record RunPoint(int number, Map<String, String> settings, OptionalLong seed) {

    /** The only run of a scenario that varies nothing. */
    public static final RunPoint ONLY = new RunPoint(0, Map.of(), OptionalLong.empty());

    public RunPoint {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** Whether it varies nothing. Asked at every start, where the equality of records takes a hundred times as long. */
    public boolean isOnly() {
        return number == 0 && settings.isEmpty() && seed.isEmpty();
    }

    /** What is varied, human-readable: {@code beta 0.8, seed 43}; empty for the only run. */
    public String label() {
        StringJoiner label = new StringJoiner(", ");
        Map<String, String> names = names(settings.keySet());
        settings.forEach((pointer, value) -> label.add(names.get(pointer) + " " + unquoted(value)));
        seed.ifPresent(number -> label.add("seed " + number));
        return label.toString();
    }

    private static String unquoted(String json) {
        return json.matches("\"[^\"\\\\]*\"") ? json.substring(1, json.length() - 1) : json;
    }

    /** A short name for each of several pointers: the last key of each, or the whole where that is not enough. */
    public static Map<String, String> names(Set<String> pointers) {
        Map<String, String> names = new LinkedHashMap<>();
        pointers.forEach(pointer -> names.put(pointer, pointer.substring(pointer.lastIndexOf('/') + 1)));
        boolean distinct = new HashSet<>(names.values()).size() == names.size();
        boolean wordy = names.values().stream().allMatch(name -> name.matches(".*[A-Za-z].*"));
        if (!distinct || !wordy) {
            names.replaceAll((pointer, name) -> pointer);
        }
        return names;
    }
}
