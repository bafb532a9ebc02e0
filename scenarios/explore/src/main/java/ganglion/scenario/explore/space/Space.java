package ganglion.scenario.explore.space;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
