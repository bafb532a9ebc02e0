package ganglion.scenario.explore.verb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cli.option.ScenarioOptions;
import ganglion.cli.print.JsonOutput;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.cli.terminal.ProgressLine;
import ganglion.cli.terminal.StopSignal;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.output.FilePublisher;
import ganglion.documents.output.PlaceClaim;
import ganglion.documents.place.ReadOptions;
import ganglion.report.files.JsonDocument;
import ganglion.report.files.OutputFolder;
import ganglion.scenario.explore.Exploration;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.format.SearchFiles;
import ganglion.scenario.explore.result.ExplorationPage;
import ganglion.scenario.explore.result.ExplorationTables;
import ganglion.scenario.explore.run.SearchRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
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
                "Varies an experiment as a search document says, trains the more promising networks for longer, and"
                        + " writes a folder with result.json, the page explore.html and a scenario for each point of the"
                        + " front, trained with several seeds.",
        footer = {
            "  ganglion explore flutes.yaml --trials 40 --out flutes",
            "  ganglion explore flutes.yaml --resume flutes --trials 80",
            "  ganglion explore --schema > search.schema.json"
        })
final class ExploreCommand implements Callable<Integer> {

    private static final String RESULT = "result.json";
    private static final String FORMAT = "ganglion-exploration";
    private static final int FORMAT_VERSION = 4;
    private static final int MOST_THREADS = 1024;

    private final Console console;
    private final StopSignal stop;

    @Parameters(paramLabel = "SEARCH", arity = "0..1", description = "A search document, YAML or JSON.")
    private Path file;

    @Option(
            names = "--trials",
            paramLabel = "N",
            description = "How many configurations are trained, instead of what the document says.")
    private Integer trials;

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

    @Option(names = "--json", description = "Print what result.json holds.")
    private boolean json;

    @Spec
    private CommandSpec specification;

    /** @param stop says when the search is to end early */
    ExploreCommand(Console console, StopSignal stop) {
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
        int workers = threads();
        Path folder = folder(search);
        stop.listen();
        PlaceClaim claim = PlaceClaim.beside(folder);
        try (claim) {
            Exploration found = run(search, workers, folder);
            write(found, folder);
            print(found, folder);
            return (found.complete() ? ExitCode.FINE : ExitCode.INTERRUPTED).number();
        }
    }

    private Search search() throws InputException {
        Map<String, String> typed = ScenarioOptions.byPointer(settings);
        Search read = SearchFiles.read(file, new ReadOptions(typed, typed.keySet(), outside));
        if (trials != null && trials < 1) {
            throw refusal("--trials", "found " + trials + ", expected at least 1");
        }
        return trials == null ? read : read.with(trials);
    }

    private int threads() throws InputException {
        int all = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        if (all < 1 || all > MOST_THREADS) {
            throw refusal("--threads", "found " + all + ", expected 1 to " + MOST_THREADS);
        }
        return all;
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

    private Exploration run(Search search, int workers, Path folder) throws InputException, OutputException {
        try (ProgressLine line = new ProgressLine(console, stop, search.name())) {
            return new SearchRun(search, folder, workers, resume != null, line).run();
        }
    }

    private static void write(Exploration found, Path folder) throws OutputException {
        try {
            JsonDocument.write(document(found), folder.resolve(RESULT));
            FilePublisher.publishText(folder.resolve(ExplorationPage.FILE), ExplorationPage.of(found));
        } catch (IOException e) {
            throw new OutputException(folder, e);
        }
    }

    /** The same for the same search, seed and number of trials. */
    private static ObjectNode document(Exploration found) {
        return JsonDocument.start(FORMAT, FORMAT_VERSION).setAll(JsonDocument.<ObjectNode>bound(found));
    }

    private void print(Exploration found, Path folder) {
        if (json) {
            JsonOutput.print(document(found), console.out());
            return;
        }
        Search search = found.search();
        console.out().println(search.name() + (found.complete() ? "" : ", stopped early; --resume goes on"));
        console.out().println(ExplorationTables.measured(found));
        ExplorationTables.points(found).print(console.out(), "  ");
        ExplorationTables.unfit(found).print(console.out(), "  ");
        console.out().println("result: " + folder.resolve(RESULT));
        console.out().println("page: " + folder.resolve(ExplorationPage.FILE));
    }

    private static InputException refusal(String option, String message) {
        return new InputException(option, message);
    }
}
