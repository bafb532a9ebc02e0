package ganglion.cli.verb.explore;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cli.option.ScenarioOptions;
import ganglion.cli.print.JsonOutput;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.cli.terminal.ProgressLine;
import ganglion.cli.terminal.StopSignal;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.PlainText;
import ganglion.documents.Problem;
import ganglion.documents.output.FilePublisher;
import ganglion.documents.output.PlaceClaim;
import ganglion.documents.place.ReadOptions;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.Quantity;
import ganglion.report.explore.ExplorationPage;
import ganglion.report.files.JsonDocument;
import ganglion.report.files.OutputFolder;
import ganglion.scenario.explore.Budget;
import ganglion.scenario.explore.Exploration;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.TrialRecord;
import ganglion.scenario.explore.format.SearchFiles;
import ganglion.scenario.explore.progress.SearchProgress;
import ganglion.scenario.explore.result.ExplorationDocument;
import ganglion.scenario.explore.result.TrialsCsv;
import ganglion.scenario.explore.run.Machine;
import ganglion.scenario.explore.run.SearchRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ganglion explore}. */
@Command(
        name = "explore",
        header = "Searches for networks that decide well with little energy on a device.",
        description =
                "Varies an experiment as a search document says, trains the more promising networks for longer, and writes a folder with"
                        + " result.json, trials.csv, the page explore.html and a scenario for each point of the front, trained with several seeds.",
        footer = {
            "  ganglion explore flutes.yaml --budget 30min --out flutes",
            "  ganglion explore flutes.yaml --resume flutes --budget 1h",
            "  ganglion explore --schema > search.schema.json"
        })
public final class ExploreCommand implements Callable<Integer> {

    private static final String RESULT = "result.json";
    private static final String TABLE = "trials.csv";
    private static final double SHARE_OF_HEAP = 0.75;

    private final Console console;
    private final StopSignal stop;

    @Parameters(paramLabel = "SEARCH", arity = "0..1", description = "A search document, YAML or JSON.")
    private Path file;

    @Option(
            names = "--budget",
            paramLabel = "TIME|TRIALS",
            description =
                    "How long the search may take, or how many configurations it tries, instead of what the document says: 30min, '40 trials'.")
    private String budget;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder to write, which must not be there. Default: runs/NAME-TIME.")
    private Path out;

    @Option(
            names = "--resume",
            paramLabel = "DIR",
            description = "Go on with a search in the folder that it began in. Nothing is trained twice.")
    private Path resume;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Number of networks that are trained at once. Changes no result.")
    private Integer threads;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            description =
                    "Memory for samples and trainings, such as '2 GB'; fewer networks are trained at once if it is short. By default three"
                            + " quarters of what Java has.")
    private String memory;

    @Option(
            names = "--set",
            paramLabel = "/POINTER=VALUE",
            description = "Put a value into the search document before it is checked; may be repeated.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--allow-outside-paths",
            description = "Let relative paths lead out of the folders of the search and of its experiment.")
    private boolean outside;

    @Option(names = "--schema", description = "Print the JSON Schema of search documents instead.")
    private boolean schema;

    @Option(names = "--reference", description = "Print the reference of search documents, in Markdown, instead.")
    private boolean reference;

    @Option(names = "--quiet", description = "Print only the result, no progress.")
    private boolean quiet;

    @Option(names = "--json", description = "Print what result.json holds.")
    private boolean json;

    @Spec
    private CommandSpec specification;

    /** @param stop says when the search is to end early */
    public ExploreCommand(Console console, StopSignal stop) {
        this.console = console;
        this.stop = stop;
    }

    @Override
    public Integer call() throws InputException, OutputException {
        if (Stream.of(schema, reference, file != null).filter(each -> each).count() != 1) {
            throw new ParameterException(
                    specification.commandLine(), "expected one of SEARCH, --schema or --reference");
        }
        if (schema || reference) {
            console.out().println((schema ? SearchFiles.schema() : SearchFiles.reference()).strip());
            return ExitCode.FINE.number();
        }
        if (out != null && resume != null) {
            throw refusal("--out", "found it beside --resume, which names the folder itself; expected one of them");
        }
        Search search = search();
        Machine machine = machine();
        Path folder = folder(search);
        stop.listen();
        PlaceClaim claim = PlaceClaim.beside(folder);
        try (claim) {
            Exploration found = run(search, machine, folder);
            write(found, folder);
            print(found, folder);
            return (found.complete() ? ExitCode.FINE : ExitCode.INTERRUPTED).number();
        }
    }

    private Search search() throws InputException {
        Map<String, String> typed = ScenarioOptions.byPointer(settings);
        Search read = SearchFiles.read(file, new ReadOptions(typed, typed.keySet(), outside));
        try {
            Search search = budget == null ? read : read.with(Budget.of(budget));
            if (search.budget().trials().orElse(1) < 1
                    || search.budget().seconds().orElse(1) <= 0) {
                throw new IllegalArgumentException(
                        "found " + search.budget().text() + ", expected enough for one trial at least");
            }
            return search;
        } catch (IllegalArgumentException e) {
            throw refusal("--budget", e.getMessage());
        }
    }

    private Machine machine() throws InputException {
        long heap = Runtime.getRuntime().maxMemory();
        int all = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        if (all < 1 || all > Machine.MOST_THREADS) {
            throw refusal("--threads", "found " + all + ", expected 1 to " + Machine.MOST_THREADS);
        }
        try {
            double bytes = memory == null
                    ? SHARE_OF_HEAP * heap
                    : Quantity.parse(memory.replaceFirst("(?<=\\d)(?=[A-Za-z])", " "), Dimension.MEMORY)
                            .value();
            if (bytes > heap) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "found %s, expected at most the %.1f GB that Java has (GANGLION_JAVA_OPTIONS=-Xmx8g gives more)",
                        memory,
                        heap / 1e9));
            }
            return new Machine(all, (long) bytes);
        } catch (IllegalArgumentException e) {
            throw refusal("--memory", e.getMessage());
        }
    }

    private Path folder(Search search) throws InputException {
        if (resume != null) {
            if (!Files.isDirectory(resume)) {
                throw refusal("--resume", "found " + resume + ", which is no folder, expected that of a search");
            }
            return resume;
        }
        Path folder = OutputFolder.of(out, search.name(), false, Instant.now());
        if (Files.exists(folder.resolve(SearchRun.JOURNAL))) {
            throw refusal(
                    "--out",
                    "found a search in " + folder + ", expected another name, or --resume " + folder
                            + " to go on with it");
        }
        if (Files.exists(folder)) {
            throw refusal("--out", "found " + folder + ", which is there already, expected another name");
        }
        return folder;
    }

    private Exploration run(Search search, Machine machine, Path folder) throws InputException, OutputException {
        try (ProgressLine line = new ProgressLine(console, stop, search.name())) {
            return new SearchRun(search, folder, machine, resume != null, new Shown(search, line)).run();
        }
    }

    /** What is shown while it searches. */
    private final class Shown implements SearchProgress {

        private final ProgressLine line;
        private final ProgressLog log;
        private String left = "";

        Shown(Search search, ProgressLine line) {
            this.line = line;
            boolean logged = !quiet && !console.errTerminal() && !console.isServed();
            Consumer<String> print = words -> {
                if (logged) {
                    console.err().println(PlainText.line(words));
                }
            };
            this.log = new ProgressLog(search.name(), print, () -> System.nanoTime() / 1e9);
        }

        @Override
        public void advanced(String phase, double fraction, OptionalDouble secondsLeft) {
            left = ProgressLog.left(secondsLeft);
            line.advanced(phase, fraction);
            log.advanced(phase, fraction, secondsLeft);
        }

        @Override
        public void detail(String words) {
            line.detail(words + left);
            log.detail(words);
        }

        @Override
        public void roundDone(List<TrialRecord> trials) {
            List<String> lines = ExplorationText.round(trials);
            log.round(lines);
            if (!quiet && console.errTerminal()) {
                line.aside(() -> lines.forEach(words -> console.err().println(PlainText.line(words))));
            }
        }

        @Override
        public void warned(String words) {
            line.notice(words);
        }

        @Override
        public boolean stopRequested() {
            return stop.requested();
        }
    }

    private static void write(Exploration found, Path folder) throws OutputException {
        try {
            JsonDocument.write(ExplorationDocument.of(found), folder.resolve(RESULT));
            FilePublisher.publishText(folder.resolve(TABLE), TrialsCsv.of(found.search(), found.trials()));
            FilePublisher.publishText(folder.resolve(ExplorationPage.FILE), ExplorationPage.of(found));
        } catch (IOException e) {
            throw new OutputException(folder.toString(), e);
        }
    }

    private void print(Exploration found, Path folder) {
        if (json) {
            ObjectNode document = ExplorationDocument.of(found);
            JsonOutput.print(document, console.out());
            return;
        }
        ExplorationText.result(found).forEach(console.out()::println);
        console.out().println("result: " + folder.resolve(RESULT));
        console.out().println("page: " + folder.resolve(ExplorationPage.FILE));
    }

    private static InputException refusal(String option, String message) {
        return new InputException(new Problem(option, 0, "", message));
    }
}
