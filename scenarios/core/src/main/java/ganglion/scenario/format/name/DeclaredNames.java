package ganglion.scenario.format.name;

import ganglion.documents.Suggestions;
import ganglion.documents.place.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The names of inputs and populations, gathered before anything refers to them. */
public final class DeclaredNames {

    /** Number of neurons by name; an audio input has as many as its front end has bands. */
    private final Map<String, Integer> inputs = new LinkedHashMap<>();

    private final Map<String, Integer> populations = new LinkedHashMap<>();
    private final Map<String, String> pointers = new LinkedHashMap<>();

    /** Adds the name of an input, or notes that it was there before. */
    public void addInput(Place place, int size) {
        add(inputs, place, size);
    }

    /** Adds the name of a population, or notes that it was there before. */
    public void addPopulation(Place place, int size) {
        add(populations, place, size);
    }

    private void add(Map<String, Integer> sizes, Place place, int size) {
        String earlier = pointers.putIfAbsent(place.text(), place.pointer());
        if (earlier != null) {
            place.problem("found the name \"" + place.text() + "\" a second time, first at " + earlier);
        } else {
            sizes.put(place.text(), size);
        }
    }

    /** Number of neurons of an input or population; notes a problem and gives 0 if there is none of that name. */
    public int sizeOfAny(Place place) {
        int size = sizeIfAny(place.text());
        return size > 0 ? size : unknown(place, "an input or population", all());
    }

    /** Number of neurons of an input or population; 0 if there is none of that name. */
    public int sizeIfAny(String name) {
        return inputs.getOrDefault(name, populations.getOrDefault(name, 0));
    }

    /** Number of neurons of a population; notes a problem and gives 0 if there is none of that name. */
    public int sizeOfPopulation(Place place) {
        if (inputs.containsKey(place.text())) {
            place.problem("found the input \"" + place.text() + "\", expected a population");
            return 0;
        }
        Integer size = populations.get(place.text());
        return size != null ? size : unknown(place, "a population", List.copyOf(populations.keySet()));
    }

    /** Number of neurons of all inputs and populations. */
    public long neuronCount() {
        return Stream.of(inputs, populations)
                .flatMap(sizes -> sizes.values().stream())
                .mapToLong(Integer::longValue)
                .sum();
    }

    /** The names of all inputs, then of all populations. */
    public List<String> all() {
        List<String> names = new ArrayList<>(inputs.keySet());
        names.addAll(populations.keySet());
        return names;
    }

    private static int unknown(Place place, String expected, List<String> known) {
        String list = known.isEmpty() ? "none" : Suggestions.list(known);
        place.problem("found \"" + place.text() + "\", expected the name of " + expected + " (there is " + list + ")"
                + Suggestions.hint(place.text(), known));
        return 0;
    }
}
