package ganglion.cli.verb;

import ganglion.cli.option.SuiteOptions;
import ganglion.cli.print.JsonOutput;
import ganglion.cli.print.Marks;
import ganglion.cli.print.SuiteReport;
import ganglion.cli.print.SuiteSummary;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.cli.terminal.Manifests;
import ganglion.cli.terminal.ProgressLine;
import ganglion.cli.terminal.Version;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.output.FilePublisher;
import ganglion.documents.output.OwnFile;
import ganglion.report.files.ClaimedPlace;
import ganglion.report.files.OutputFolder;
import ganglion.report.session.RunFolders;
import ganglion.report.suite.SuiteFolder;
import ganglion.scenario.suite.CaseResult;
import ganglion.scenario.suite.CaseRunner;
import ganglion.scenario.suite.JUnitXml;
import ganglion.scenario.suite.ResultJson;
import ganglion.scenario.suite.ScenarioFinder;
import ganglion.scenario.suite.SuitePlan;
import ganglion.scenario.suite.SuiteResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ganglion test}. */
@Command(
        name = "test",
        header = "Runs scenarios as regression tests.",
        description = "Finds the scenarios in files and folders and runs them, several at a time."
                + " A run that differs between two runs of one seed is a fault of Ganglion (exit code 3); nothing is"
                + " retried. Writes a run directory for each, and an index over them.",
        footer = {
            "  ganglion test scenarios/",
            "  ganglion test . --exclude-tag slow --junit target/ganglion.xml",
            "  ganglion test scenarios/ --github --benchmark-json figures.json --badge badge.json",
            "  ganglion test flute.yaml --update"
        })
public final class TestCommand implements Callable<Integer> {

    private static final Pattern SUMMARY = Pattern.compile("(?i)[^.]+|.+\\.(md|markdown|txt)");

    private final Console console;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Scenario files, or folders that hold some.")
    private List<Path> paths;

    @Mixin
    private SuiteOptions options;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the results as JUnit XML.")
    private Path junit;

    @Option(
            names = "--github",
            description = "Print an annotation of GitHub for each failure, and add --summary to the file that"
                    + " GITHUB_STEP_SUMMARY names.")
    private boolean github;

    @Option(names = "--summary", paramLabel = "FILE", description = "Add a summary in Markdown to the end of a file.")
    private Path summary;

    @Option(
            names = "--benchmark-json",
            paramLabel = "FILE",
            description = "Write energies, times and shares of wrong decisions as github-action-benchmark reads them"
                    + " (tool: customSmallerIsBetter).")
    private Path benchmark;

    @Option(
            names = "--badge",
            paramLabel = "FILE",
            description = "Write how many scenarios passed, as the endpoint badge of shields.io reads it.")
    private Path badge;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where run directories and index go. By default a new folder below runs/.")
    private Path out;

    @Option(names = "--quiet", description = "Print only what is not as expected.")
    private boolean quiet;

    @Option(names = "--json", description = "Print the results as one JSON document.")
    private boolean json;

    public TestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InputException, OutputException {
        long start = System.nanoTime();
        options.check();
        checkFiles();
        SuitePlan plan = plan();
        if (out != null) {
            SuiteFolder.check(out);
            RunFolders.check(out, plan.cases());
            checkOutside(plan);
        }
        SuiteResult suite;
        ClaimedPlace place = ClaimedPlace.within(out, "test", false, Instant.now());
        Path folder = place.path();
        try (place) {
            clear(plan, folder);
            List<CaseResult> results = new ArrayList<>(plan.refused());
            results.addAll(run(plan, folder));
            results.sort(Comparator.comparing(CaseResult::file));
            suite = new SuiteResult(results, options.overrides().settings(), (System.nanoTime() - start) * 1e-9);
            write(suite, folder);
        }
        tell(suite, folder);
        return ExitCode.of(suite.status()).number();
    }

    /** A suite without a test would pass for ever: a build server would not notice a mistyped name or a moved folder. */
    private SuitePlan plan() throws InputException, OutputException {
        try {
            return found();
        } catch (InputException e) {
            at(badge, file -> FilePublisher.publishText(file, SuiteReport.emptyBadge()));
            throw e;
        }
    }

    private SuitePlan found() throws InputException {
        List<Path> files = ScenarioFinder.find(paths);
        SuitePlan plan = SuitePlan.of(files, options.filter(), options.overrides());
        if (plan.cases().isEmpty() && plan.refused().isEmpty()) {
            String found = files.isEmpty()
                    ? "found no scenario, expected at least one"
                    : "found " + files.size() + (files.size() == 1 ? " scenario" : " scenarios")
                            + ", none of the names and tags that were asked for, expected at least one";
            String places = paths.stream().map(Path::toString).collect(Collectors.joining(", "));
            throw new InputException(places, found);
        }
        return plan;
    }

    private static void clear(SuitePlan plan, Path folder) throws OutputException {
        RunFolders.clear(folder, plan.cases());
        try {
            SuiteFolder.clear(folder);
        } catch (IOException e) {
            throw new OutputException(folder, e);
        }
    }

    private List<CaseResult> run(SuitePlan plan, Path folder) {
        CaseRunner runner = new CaseRunner(options.settings(), RunFolders.ofSuite(folder, Manifests::ofCommand));
        AtomicInteger done = new AtomicInteger();
        try (ProgressLine progress = new ProgressLine(console, "test")) {
            return runner.run(
                    plan.cases(),
                    options.threads(),
                    result -> progress.advanced(
                            result.name(),
                            (double) done.incrementAndGet() / plan.cases().size()));
        }
    }

    private void write(SuiteResult suite, Path folder) throws OutputException {
        SuiteReport report = new SuiteReport(suite);
        at(folder, place -> SuiteFolder.write(suite, place));
        at(junit, file -> FilePublisher.publishText(file, JUnitXml.of(suite, new Version().number(), folder)));
        at(benchmark, file -> FilePublisher.publishText(file, report.benchmark().toPrettyString() + "\n"));
        at(badge, file -> FilePublisher.publishText(file, report.badge()));
        for (Path file : summaries()) {
            at(file, place -> {
                Files.createDirectories(place.toAbsolutePath().getParent());
                Files.writeString(place, report.markdown(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            });
        }
    }

    /** Before any scenario runs: a file named by mistake would otherwise be replaced at the end. */
    private void checkFiles() throws OutputException {
        at(junit, file -> OwnFile.check(file, "<testsuite", "a JUnit report"));
        at(benchmark, file -> OwnFile.check(file, SuiteReport.BENCHMARK_SIGN, "a list of figures"));
        at(badge, file -> OwnFile.check(file, SuiteReport.BADGE_SIGN, "a badge"));
        at(summary, file -> {
            if (!SUMMARY.matcher(file.getFileName().toString()).matches()) {
                throw new IOException(
                        "is added to, expected a name that ends in .md, .markdown or .txt, or has no ending");
            }
        });
        Set<Path> named = new HashSet<>();
        for (Path given : files()) {
            at(given, file -> {
                if (!named.add(absolute(file))) {
                    throw new IOException("is named by two options, expected a file for each");
                }
            });
        }
    }

    /** Files that the options name must not be what the folder of the suite holds, nor lie in the folder of a run. */
    private void checkOutside(SuitePlan plan) throws OutputException {
        Path folder = absolute(out);
        Set<Path> taken = new HashSet<>(SuiteFolder.files(folder));
        plan.cases().forEach(each -> taken.add(folder.resolve(OutputFolder.fileName(each.name()))));
        for (Path given : files()) {
            at(given, file -> {
                Path place = absolute(file);
                if (place.equals(folder) || taken.stream().anyMatch(place::startsWith)) {
                    throw new IOException("holds results of --out, expected another place");
                }
            });
        }
    }

    private static Path absolute(Path file) {
        return file.toAbsolutePath().normalize();
    }

    private List<Path> files() {
        return Stream.of(junit, summary, benchmark, badge)
                .filter(Objects::nonNull)
                .toList();
    }

    private List<Path> summaries() {
        String named = github ? System.getenv().getOrDefault("GITHUB_STEP_SUMMARY", "") : "";
        Path step = named.isEmpty() ? null : Path.of(named);
        boolean same = step != null && summary != null && absolute(step).equals(absolute(summary));
        return Stream.of(summary, same ? null : step).filter(Objects::nonNull).toList();
    }

    /** What is done with a file, if there is one. */
    @FunctionalInterface
    private interface Step {

        void take(Path file) throws IOException;
    }

    private static void at(Path file, Step step) throws OutputException {
        if (file != null) {
            try {
                step.take(file);
            } catch (IOException e) {
                throw new OutputException(file, e);
            }
        }
    }

    private void tell(SuiteResult suite, Path folder) {
        if (json) {
            JsonOutput.print(ResultJson.of(suite), console.out());
        } else {
            new SuiteSummary(suite, new Marks(console.outColoured()))
                    .print(console, folder.resolve("index.html"), quiet);
        }
        if (github) {
            new SuiteReport(suite).annotations().forEach(json ? console::errorLine : console.out()::println);
        }
    }
}
