package ganglion.cli.option;

import ganglion.documents.InputException;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.Quantity;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.suite.CaseFilter;
import ganglion.scenario.suite.CaseSettings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options that choose scenarios of a suite and say how they are run. */
public final class SuiteOptions {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    @Option(names = "--tag", paramLabel = "TAG", split = ",", description = "Only scenarios with one of these tags.")
    private List<String> tags = List.of();

    @Option(
            names = "--exclude-tag",
            paramLabel = "TAG",
            split = ",",
            description = "No scenarios with any of these tags.")
    private List<String> excludedTags = List.of();

    @Option(
            names = "--filter",
            paramLabel = "NAME",
            split = ",",
            description = "Only scenarios of these names; * stands for anything.")
    private List<String> names = List.of();

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = MachineOptions.ThreadCount.class,
            description = "Scenarios that run at once; by default one per processor.")
    private int threads = PROCESSORS;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = Time.class,
            description = "A run that takes longer is stopped and counts as an error; by default '600 s'.")
    private Duration timeout = Duration.ofMinutes(10);

    @Option(names = "--update", description = "Rewrite golden rasters with what the runs give, and say what changed.")
    private boolean update;

    @Option(
            names = "--set",
            paramLabel = "/POINTER=VALUE",
            description = "Put a value into each scenario before it is checked, as 'run' does. Not with --update.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--allow-outside-paths", description = "Let relative paths of a scenario lead out of its folder.")
    private boolean allowOutsidePaths;

    /** Which scenarios are run. */
    public CaseFilter filter() {
        return new CaseFilter(tags, excludedTags, names);
    }

    /** Number of scenarios that run at once. */
    public int threads() {
        return threads;
    }

    /** What the options change in the file. */
    public ScenarioOverrides overrides() {
        Map<String, String> byPointer = ScenarioOptions.byPointer(settings);
        return new ScenarioOverrides(byPointer, OptionalLong.empty(), List.of(), allowOutsidePaths).asTyped();
    }

    /** @throws InputException if golden rasters would be rewritten with those of changed scenarios */
    public void check() throws InputException {
        if (update && !settings.isEmpty()) {
            throw new InputException(
                    "--set",
                    "found it beside --update, expected one of them: golden rasters are of scenarios as they are");
        }
    }

    /** How each scenario is run: on one thread, because several run at once. */
    public CaseSettings settings() {
        return new CaseSettings(overrides(), new RunSettings(Integer.MAX_VALUE, 1), 1, update, timeout);
    }

    /** A length of time. */
    static final class Time implements ITypeConverter<Duration> {

        private static final double LONGEST_SECONDS = 1e6;

        @Override
        public Duration convert(String text) {
            double seconds = seconds(text);
            if (!(seconds > 0 && seconds <= LONGEST_SECONDS)) {
                throw new TypeConversionException(
                        "found \"" + text + "\", expected a time above 0 s and of at most 1000000 s");
            }
            return Duration.ofMillis(Math.max(1, Math.round(1000 * seconds)));
        }
    }

    private static double seconds(String text) {
        try {
            return Quantity.parse(text, Dimension.TIME).value();
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
