package ganglion.benchmarks;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ganglion bench}: runs benchmarks, each in a Java process of its own, and prints one table. */
@Command(
        name = "ganglion bench",
        description = "Prints how fast the engine is on this machine. See benchmarks/README.md for what each line is.",
        sortOptions = false,
        usageHelpAutoWidth = true)
public final class BenchmarkTable implements Callable<Integer> {

    private static final double MILLION = 1e6;
    private static final int BAD_USAGE = 2;
    private static final int MOST_RUNS = 1000;

    @Option(names = "--runs", paramLabel = "N", defaultValue = "5", description = "Runs that count (default: 5).")
    private int runs;

    @Option(names = "--json", description = "Print one JSON document, with every single run.")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Parameters(
            paramLabel = "NAME",
            completionCandidates = Names.class,
            description =
                    "Lines of the table; if none is named, all but w4-4. One or more of: ${COMPLETION-CANDIDATES}.")
    private final List<String> names = new ArrayList<>();

    @Spec
    private CommandSpec specification;

    BenchmarkTable() {}

    /** The names of the help. */
    static final class Names extends ArrayList<String> {

        private static final long serialVersionUID = 1L;

        Names() {
            super(Benchmark.names());
        }
    }

    /**
     * Prints the table and ends the process.
     *
     * @param arguments options and names of benchmarks; see the class
     */
    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new BenchmarkTable());
        line.setParameterExceptionHandler((wrong, words) -> {
            System.err.println("ganglion bench: " + wrong.getMessage());
            return BAD_USAGE;
        });
        System.exit(line.execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (runs < 1 || runs > MOST_RUNS) {
            throw refused("found --runs " + runs + ", expected a number from 1 to " + MOST_RUNS);
        }
        List<CommandBenchmark> commands = CommandBenchmark.all().stream()
                .filter(command -> names.isEmpty() || names.contains(command.name()))
                .toList();
        List<Benchmark> benchmarks = names.isEmpty() ? Benchmark.all() : new ArrayList<>();
        for (String name : names) {
            if (commands.stream().noneMatch(command -> command.name().equals(name))) {
                try {
                    benchmarks.add(Benchmark.named(name));
                } catch (IllegalArgumentException e) {
                    throw refused(e.getMessage());
                }
            }
        }
        List<Map<String, Object>> lines = new ArrayList<>();
        if (!benchmarks.isEmpty()) {
            print(benchmarks, lines);
        }
        if (!commands.isEmpty()) {
            printCommands(commands, lines);
        }
        if (json) {
            System.out.println(JsonMapper.builder()
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(lines));
        }
        return 0;
    }

    private ParameterException refused(String message) {
        return new ParameterException(specification.commandLine(), message);
    }

    private void print(List<Benchmark> benchmarks, List<Map<String, Object>> lines)
            throws IOException, InterruptedException {
        if (!json) {
            System.out.println(
                    "| benchmark | threads | synapses M | spikes | events M | build s | run s | **M events/s**"
                            + " | us a model s | bytes a synapse | peak MiB | spikes as expected |");
            System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|");
        }
        for (Benchmark benchmark : benchmarks) {
            MeasuredRuns found = measure(benchmark);
            if (json) {
                lines.add(asMap(benchmark, found));
            } else {
                System.out.println(line(benchmark, found));
            }
        }
    }

    private void printCommands(List<CommandBenchmark> commands, List<Map<String, Object>> lines)
            throws IOException, InterruptedException {
        if (!json) {
            System.out.println();
            System.out.println("| command | wall s, median | best | processor s, median | peak MiB |");
            System.out.println("|---|---|---|---|---|");
        }
        Path root = Path.of(System.getProperty("ganglion.root", ".")).toAbsolutePath();
        for (CommandBenchmark command : commands) {
            CommandBenchmark.Measured found = command.measure(root, runs);
            lines.add(Map.of("command", command.name(), "description", command.description(), "measurement", found));
            if (!json) {
                System.out.printf(
                        Locale.ROOT,
                        "| %s: %s | **%.2f** | %.2f | %.2f | %.0f |%n",
                        command.name(),
                        command.description(),
                        MeasuredRuns.median(found.seconds()),
                        found.seconds().stream().mapToDouble(d -> d).min().orElseThrow(),
                        MeasuredRuns.median(found.processorSeconds()),
                        found.peakMebibytes());
            }
        }
    }

    private MeasuredRuns measure(Benchmark benchmark) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(benchmark.javaOptions());
        command.addAll(List.of(
                "-Dganglion.root=" + System.getProperty("ganglion.root", "."),
                "-cp",
                System.getProperty("java.class.path"),
                MeasuringProcess.class.getName(),
                benchmark.name(),
                Integer.toString(runs)));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("benchmark " + benchmark.name() + " ended with " + process.exitValue());
        }
        return JsonMapper.builder().build().readValue(output, MeasuredRuns.class);
    }

    private static String line(Benchmark benchmark, MeasuredRuns found) {
        return String.format(
                Locale.ROOT,
                "| %s: %s | %s | %.2f | %d | %.1f | %.2f | %.3f | **%.1f** | %.1f | %s | %.0f | %s |",
                benchmark.name(),
                benchmark.description(),
                benchmark.threads(),
                found.synapses() / MILLION,
                found.spikes(),
                found.synapticEvents() / MILLION,
                found.buildSeconds(),
                found.medianRunSeconds(),
                found.eventsPerSecond() / MILLION,
                found.medianRunSeconds() / found.modelSeconds() * MILLION,
                found.synapses() < MILLION ? "" : String.format(Locale.ROOT, "%.1f", found.bytesPerSynapse()),
                found.peakMebibytes(),
                found.verdict());
    }

    private static Map<String, Object> asMap(Benchmark benchmark, MeasuredRuns found) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("benchmark", benchmark.name());
        map.put("description", benchmark.description());
        map.put("threads", benchmark.threads());
        map.put("measurement", found);
        map.put("eventsPerSecond", found.eventsPerSecond());
        return map;
    }
}
