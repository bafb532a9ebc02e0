package ganglion.scenario.experiment;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Classes of data sets that an experiment takes for one. */
public final class MergedClasses {

    /** Its place in an experiment. */
    public static final String POINTER = "/data/merge";

    private final Map<String, List<String>> byName;
    private final Map<String, String> names = new HashMap<>();

    /** @param byName classes that become one, by its name; empty to leave all as they are */
    public MergedClasses(Map<String, List<String>> byName) {
        this.byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
        byName.forEach((name, classes) -> classes.forEach(each -> names.put(each, name)));
    }

    /** The name that a class has in the experiment. */
    public String of(String label) {
        return names.getOrDefault(label, label);
    }

    /** The classes that get another name, in the order of their lists. */
    public List<String> sources() {
        return byName.values().stream().flatMap(List::stream).toList();
    }

    /** A class that is in several lists; empty if there is none. */
    public Optional<String> repeated() {
        Set<String> seen = new HashSet<>();
        return sources().stream().filter(each -> !seen.add(each)).findFirst();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MergedClasses merged && names.equals(merged.names);
    }

    @Override
    public int hashCode() {
        return names.hashCode();
    }
}
