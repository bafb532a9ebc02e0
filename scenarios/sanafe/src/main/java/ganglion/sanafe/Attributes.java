package ganglion.sanafe;

import ganglion.documents.InputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Attributes of neurons or edges by name. Those that are meant for a unit which has no equivalent keep the unit's name
 * before theirs, as {@code dendrite/delay}, so that they are not taken for others.
 *
 * @param values the attributes; not to be changed
 */
record Attributes(Map<String, Spot> values) {

    static final Attributes NONE = new Attributes(Map.of());

    private static final Set<String> SECTIONS = Set.of("synapse", "dendrite", "soma");

    /** What only says which traces are kept. */
    private static final Set<String> TRACES =
            Set.of("log_spikes", "log_potential", "log_u", "log_energy", "log_latency", "connections_out");

    /**
     * These attributes, replaced and completed by others.
     *
     * @param given a list of objects, or an object
     * @param own the unit whose section counts as if it stood outside of one
     */
    Attributes with(Spot given, String own) throws InputException {
        Map<String, Spot> merged = new LinkedHashMap<>(values);
        merge(given, own, merged);
        return new Attributes(merged);
    }

    /** These attributes, replaced and completed by others. */
    Attributes with(Map<String, Spot> more) {
        Map<String, Spot> merged = new LinkedHashMap<>(values);
        merged.putAll(more);
        return new Attributes(merged);
    }

    private static void merge(Spot given, String own, Map<String, Spot> into) throws InputException {
        if (given.node().isNull()) {
            return;
        }
        if (given.node().isArray()) {
            for (Spot element : given.elements()) {
                merge(element, own, into);
            }
            return;
        }
        for (Map.Entry<String, Spot> member : given.members().entrySet()) {
            String name = member.getKey();
            if (SECTIONS.contains(name)) {
                String prefix = name.equals(own) ? "" : name + '/';
                member.getValue().members().forEach((key, value) -> into.put(prefix + key, value));
            } else if (!TRACES.contains(name)) {
                into.put(name, member.getValue());
            }
        }
    }

    Optional<Spot> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    double number(String name, double fallback) throws InputException {
        Spot spot = values.get(name);
        return spot == null ? fallback : spot.number();
    }

    String text(String name, String fallback) throws InputException {
        Spot spot = values.get(name);
        return spot == null ? fallback : spot.text();
    }

    /**
     * Refuses what is none of the known names.
     *
     * @param where what the attributes are of, such as {@code group out}
     */
    void allow(String where, List<String> known) throws InputException {
        for (Map.Entry<String, Spot> value : values.entrySet()) {
            if (!known.contains(value.getKey())) {
                throw value.getValue()
                        .problem(where + ": found " + value.getKey() + ", expected one of " + String.join(", ", known)
                                + ": nothing else has an equivalent");
            }
        }
    }
}
