package ganglion.scenario.explore.space;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Everything that a search may vary.
 *
 * @param dimensions at least one, with different names
 */
public record Space(List<SearchDimension> dimensions) {

    /** Takes a copy of the list. */
    public Space {
        dimensions = List.copyOf(dimensions);
    }

    /** Number of different configurations; empty if a dimension has numbers that are not counted, or if there are more than a long holds. */
    public Optional<Long> size() {
        long all = 1;
        for (SearchDimension dimension : dimensions) {
            Optional<Long> own = dimension.size();
            if (own.isEmpty() || own.get() > Long.MAX_VALUE / all) {
                return Optional.empty();
            }
            all *= own.get();
        }
        return Optional.of(all);
    }

    /** Coordinates by chance. */
    public double[] random(RandomGenerator random) {
        return dimensions.stream()
                .mapToDouble(dimension -> dimension.random(random))
                .toArray();
    }

    /** The configuration at coordinates. */
    public Configuration at(double... coordinates) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < coordinates.length; i++) {
            values.put(dimensions.get(i).name(), dimensions.get(i).text(coordinates[i]));
        }
        return new Configuration(values);
    }

    /** The coordinates of a configuration that is not {@link Configuration#AS_IT_IS}. */
    public double[] coordinates(Configuration configuration) {
        return dimensions.stream()
                .mapToDouble(
                        dimension -> dimension.coordinate(configuration.values().get(dimension.name())))
                .toArray();
    }

    /** What a configuration sets, by JSON pointer: later dimensions set last. */
    public Map<String, String> settings(Configuration configuration) {
        Map<String, String> settings = new LinkedHashMap<>();
        if (!configuration.isAsItIs()) {
            double[] coordinates = coordinates(configuration);
            for (int i = 0; i < coordinates.length; i++) {
                settings.putAll(dimensions.get(i).settings(coordinates[i]));
            }
        }
        return settings;
    }
}
