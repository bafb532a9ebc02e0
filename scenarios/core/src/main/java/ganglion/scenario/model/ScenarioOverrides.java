package ganglion.scenario.model;

import ganglion.documents.place.ReadOptions;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the command line changes in a scenario file.
 *
 * @param settings values by JSON pointer ({@code --set /clock/duration=1 s}), written as in YAML; put into the document
 *     before it is validated
 * @param typed those of the settings that a person typed: a key that one of them removes must be there
 * @param seed replaces the file's seed
 * @param profiles replaces the file's hardware when not empty: names of built-in profiles, or files
 * @param allowOutsidePaths lets relative paths lead out of the scenario's folder
 */
public record ScenarioOverrides(
        Map<String, String> settings,
        Set<String> typed,
        OptionalLong seed,
        List<String> profiles,
        boolean allowOutsidePaths) {

    /** The file as it is. */
    public static final ScenarioOverrides NONE =
            new ScenarioOverrides(Map.of(), OptionalLong.empty(), List.of(), false);

    /** Overrides that no person typed, or that have been looked at already. */
    public ScenarioOverrides(
            Map<String, String> settings, OptionalLong seed, List<String> profiles, boolean allowOutsidePaths) {
        this(settings, Set.of(), seed, profiles, allowOutsidePaths);
    }

    /** The same as a person typed them. */
    public ScenarioOverrides asTyped() {
        return new ScenarioOverrides(settings, settings.keySet(), seed, profiles, allowOutsidePaths);
    }

    /** These and what one run of a sweep varies, which counts where both name a value. */
    public ScenarioOverrides at(RunPoint point) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.putAll(point.settings());
        return new ScenarioOverrides(all, point.seed().isPresent() ? point.seed() : seed, profiles, allowOutsidePaths);
    }

    /** The part that concerns how the document is read. */
    public ReadOptions reading() {
        return new ReadOptions(settings, typed, allowOutsidePaths);
    }

    public ScenarioOverrides {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        typed = Set.copyOf(typed);
        profiles = List.copyOf(profiles);
    }
}
