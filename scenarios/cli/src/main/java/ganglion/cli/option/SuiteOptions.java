package ganglion.cli.option;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.Quantity;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.suite.CaseFilter;
import ganglion.scenario.suite.CaseSettings;
import ganglion.scenario.suite.CaseSettings.Again;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Options that choose scenarios of a suite and say how they are run. */
public final class SuiteOptions {

    /** Java with the classes of a small run; in less it collects garbage without end. */
    private static final int LEAST_MEGABYTES = 16;

    /** More than Java can be started with on any machine. */
    private static final long MOST_BYTES = 1L << 44;

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
            description = "Scenarios that run at once, each in its own process; by default one per processor.")
    private int threads = PROCESSORS;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            converter = Bytes.class,
            description = "Memory of all processes together, such as '4 GB'; by default half of the machine's.")
    private Long memoryBytes;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec specification;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = Time.class,
            description = "A scenario that takes longer is ended and counts as an error; by default '600 s'.")
    private Duration timeout = Duration.ofMinutes(10);

    @Option(
            names = "--again",
            paramLabel = "WHEN",
            converter = When.class,
            description = "When each run is repeated and compared with the first: never, cheap (where the first"
                    + " took less than a second, the default) or always.")
    private Again again = Again.CHEAP;

    @Option(names = "--update", description = "Rewrite golden rasters with what the runs give, and say what changed.")
    private boolean update;

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

    /** The longest that a scenario may take. */
    public Duration timeout() {
        return timeout;
    }

    /** What the options change in the file. */
    public ScenarioOverrides overrides() {
        return new ScenarioOverrides(Map.of(), OptionalLong.empty(), List.of(), allowOutsidePaths);
    }

    /**
     * Java takes a quarter of the machine for one process by default; so this is half of it for all.
     *
     * @throws ParameterException if that is too little for a process
     */
    public long megabytesPerProcess(int processes) {
        long all = memoryBytes == null ? 2 * Runtime.getRuntime().maxMemory() : memoryBytes;
        long each = all / processes >> 20;
        if (each < LEAST_MEGABYTES) {
            throw new ParameterException(
                    specification.commandLine(),
                    (memoryBytes == null
                                    ? "not enough memory (--memory or GANGLION_JAVA_OPTIONS=-Xmx gives more): found "
                                    : "Invalid value for option '--memory': found ")
                            + (all >> 20) + " MiB for " + processes
                            + (processes == 1 ? " process" : " processes") + ", expected at least " + LEAST_MEGABYTES
                            + " MiB each");
        }
        return each;
    }

    /** The options for a worker, as words of its command line. */
    public List<String> words() {
        List<String> words = new ArrayList<>(List.of("--again", again.name()));
        if (update) {
            words.add("--update");
        }
        if (allowOutsidePaths) {
            words.add("--allow-outside-paths");
        }
        return words;
    }

    /** How a worker runs its cases: one at a time on one thread, because there is a worker for each thread. */
    public CaseSettings settings() {
        return new CaseSettings(overrides(), new RunSettings(Integer.MAX_VALUE, 1), 1, again, update);
    }

    /** When runs are done again. */
    static final class When implements ITypeConverter<Again> {

        @Override
        public Again convert(String text) {
            return Stream.of(Again.values())
                    .filter(each -> each.name().equalsIgnoreCase(text))
                    .findFirst()
                    .orElseThrow(
                            () -> new TypeConversionException("found '" + text + "', expected never, cheap or always"));
        }
    }

    /** A size of memory. */
    static final class Bytes implements ITypeConverter<Long> {

        @Override
        public Long convert(String text) {
            double bytes = quantity(text, Dimension.MEMORY);
            if (bytes > MOST_BYTES) {
                throw new TypeConversionException(
                        "found \"" + text + "\", expected at most " + (MOST_BYTES >> 30) + " GiB");
            }
            return (long) bytes;
        }
    }

    /** A length of time. */
    static final class Time implements ITypeConverter<Duration> {

        @Override
        public Duration convert(String text) {
            double seconds = quantity(text, Dimension.TIME);
            if (!(seconds > 0)) {
                throw new TypeConversionException("found \"" + text + "\", expected a time above 0 s");
            }
            return Duration.ofMillis(Math.max(1, Math.round(1000 * seconds)));
        }
    }

    private static double quantity(String text, Dimension dimension) {
        try {
            return Quantity.parse(text, dimension).value();
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
