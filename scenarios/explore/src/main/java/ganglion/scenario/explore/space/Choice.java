package ganglion.scenario.explore.space;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * One of several values without an order that the strategy would use. The coordinate is the position in the list.
 *
 * @param name its name in the search document
 * @param options at least one
 */
public record Choice(String name, List<Option> options) implements SearchDimension {

    /** Takes a copy of the list. */
    public Choice {
        options = List.copyOf(options);
    }

    /**
     * One of the values.
     *
     * @param text names it
     * @param settings what it sets, by JSON pointer
     */
    public record Option(String text, Map<String, String> settings) {}

    @Override
    public Set<String> pointers() {
        Set<String> pointers = new TreeSet<>();
        options.forEach(option -> pointers.addAll(option.settings().keySet()));
        return pointers;
    }

    @Override
    public double random(RandomGenerator random) {
        return random.nextInt(options.size());
    }

    @Override
    public String text(double coordinate) {
        return options.get((int) coordinate).text();
    }

    @Override
    public double coordinate(String text) {
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).text().equals(text)) {
                return i;
            }
        }
        throw new IllegalArgumentException("found \"" + text + "\", which " + name + " does not have");
    }

    @Override
    public Map<String, String> settings(double coordinate) {
        return options.get((int) coordinate).settings();
    }
}
