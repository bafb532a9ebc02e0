package ganglion.cli.option;

import ganglion.scenario.model.ScenarioOverrides;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options that change a scenario. */
public final class ScenarioOptions {

    private static final String VARIABLE = "variables.";

    @Option(
            names = "--profile",
            paramLabel = "P",
            split = ",",
            description =
                    "Cost on these profiles instead of the scenario's: names of 'ganglion profile list', or files.")
    private List<String> profiles = List.of();

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = FromZero.class,
            description = "Use this seed instead of the scenario's.")
    private Long seed;

    @Option(
            names = "--set",
            paramLabel = "/POINTER=VALUE",
            description =
                    "Put a value into the scenario before it is checked; variables.NAME stands for /variables/NAME."
                            + " May be given several times.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--allow-outside-paths", description = "Let relative paths of a scenario lead out of its folder.")
    private boolean allowOutsidePaths;

    /** What the options change in the file. */
    public ScenarioOverrides overrides() {
        OptionalLong otherSeed = seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
        return new ScenarioOverrides(byPointer(settings), otherSeed, profiles, allowOutsidePaths).asTyped();
    }

    /** Whether devices are asked for in place of those of the scenario. */
    public boolean asksForProfiles() {
        return !profiles.isEmpty();
    }

    /** Values of {@code --set} by the pointers that their places stand for. */
    public static Map<String, String> byPointer(Map<String, String> settings) {
        Map<String, String> byPointer = new LinkedHashMap<>();
        settings.forEach((place, value) -> byPointer.put(pointer(place), value));
        return byPointer;
    }

    private static String pointer(String place) {
        return place.startsWith(VARIABLE) ? "/variables/" + place.substring(VARIABLE.length()) : place;
    }

    /** A whole number from 0 up, as the scenario format has it. */
    public static final class FromZero implements ITypeConverter<Long> {

        @Override
        public Long convert(String text) {
            try {
                long number = Long.parseLong(text);
                if (number >= 0) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // reported below, like a negative number
            }
            throw new TypeConversionException(
                    "found '" + text + "', expected a whole number from 0 to " + Long.MAX_VALUE);
        }
    }
}
