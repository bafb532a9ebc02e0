package ganglion.cli.verb;

import com.fasterxml.jackson.databind.node.ArrayNode;
import ganglion.cli.option.CheckpointOptions;
import ganglion.cli.option.MachineOptions;
import ganglion.cli.option.ScenarioOptions;
import ganglion.cli.print.ExpectationList;
import ganglion.cli.print.JsonOutput;
import ganglion.cli.print.Marks;
import ganglion.cli.print.ResumeCommand;
import ganglion.cli.print.RunSummary;
import ganglion.cli.print.SuiteSummary;
import ganglion.cli.print.UnplacedDevices;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.cli.terminal.FaultReport;
import ganglion.cli.terminal.Manifests;
import ganglion.cli.terminal.ProgressLine;
import ganglion.cli.terminal.StopSignal;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.report.files.ClaimedPlace;
import ganglion.report.run.ResultDocument;
import ganglion.report.run.RunManifest;
import ganglion.report.session.RunSession;
import ganglion.report.session.StudySession;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.run.Backend;
import ganglion.scenario.suite.CaseResult;
import ganglion.scenario.suite.ResultJson;
import ganglion.scenario.suite.ScenarioSelection;
import ganglion.scenario.suite.SuiteResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ganglion run}. */
@Command(
        name = RunCommand.NAME,
        header = "Runs scenarios, costs them on each chip and checks what they expect.",
        description = "Writes a run directory with result.json, spikes.csv and report.html, and prints a summary.",
        footer = {
            "  ganglion run scenarios/gallery/pitch-detector/scenario.yaml",
            "  ganglion run a.yaml b.yaml --out results --quiet",
            "  ganglion run a.yaml --profile loihi,./my-chip.yaml --seed 7",
            "  ganglion run a.yaml --set '/clock/duration=500 ms' --json"
        })
public final class RunCommand implements Callable<Integer> {

    /** The name of the verb. */
    public static final String NAME = "run";

    private final Console console;
    private final FaultReport faults;
    private final StopSignal stop;
    private final Class<?> main;

    @Parameters(paramLabel = "SCENARIO", arity = "1..*", description = "Scenario files, YAML or JSON.")
    private List<Path> files;

    @Mixin
    private ScenarioOptions scenarioOptions;

    @Mixin
    private MachineOptions machineOptions;

    @Mixin
    private CheckpointOptions checkpointOptions;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The run directory; with several scenarios, where a directory of each goes. "
                    + "By default a new one below runs/.")
    private Path out;

    @Option(
            names = "--point",
            paramLabel = "N",
            converter = MachineOptions.AtLeastOne.class,
            description = "Of a sweep or of repeats, only this run, counted from 1.")
    private Integer point;

    @Option(
            names = "--keep-runs",
            description =
                    "Of a sweep or of repeats, leave a run directory for each run also where there are more than 100,"
                            + " up to 9999.")
    private boolean keepsRuns;

    @Option(names = "--quiet", description = "Print only the expectations that do not hold.")
    private boolean quiet;

    @Option(
            names = "--json",
            description = "Print what result.json holds as one JSON document (with several scenarios, an array).")
    private boolean json;

    @Spec
    private CommandSpec specification;

    /** Where else the run may be simulated, if a command line may ask for that. */
    private List<RunBackend> backends = List.of();

    /**
     * The command line of the verb.
     *
     * @param call with all words of the command line
     * @param main class whose main method runs a command line
     */
    public static CommandLine line(Invocation call, Class<?> main) {
        RunCommand command = new RunCommand(call.console(), call.faults(), call.stop(), main);
        CommandLine line = new CommandLine(command);
        command.backends = call.extensions(line, RunBackend.class);
        return line;
    }

    private RunCommand(Console console, FaultReport faults, StopSignal stop, Class<?> main) {
        this.main = main;
        this.console = console;
        this.faults = faults;
        this.stop = stop;
    }

    @Override
    public Integer call() throws InputException {
        ScenarioSelection selection = new ScenarioSelection(
                files, scenarioOptions.overrides(), point == null ? OptionalInt.empty() : OptionalInt.of(point));
        List<Scenario> scenarios = selection.read(out != null);
        boolean severalRuns = scenarios.stream().anyMatch(selection::isStudy);
        checkpointOptions.check(scenarios, severalRuns);
        for (RunBackend backend : backends) {
            backend.check(scenarios, severalRuns);
        }
        ArrayNode documents = JsonOutput.array();
        ExitCode code = ExitCode.FINE;
        stop.listen();
        for (Scenario scenario : scenarios) {
            if (!stop.requested()) {
                code = code.or(
                        selection.isStudy(scenario) ? runStudy(scenario, documents) : runOne(scenario, documents));
            }
        }
        code = stop.requested() ? ExitCode.INTERRUPTED : code;
        if (json && !documents.isEmpty()) {
            JsonOutput.print(files.size() == 1 ? documents.get(0) : documents, console.out());
        }
        return code.number();
    }

    private ExitCode runOne(Scenario scenario, ArrayNode documents) {
        Instant started = Instant.now();
        boolean several = files.size() > 1;
        try (RunSession session = new RunSession(scenario, checkpointOptions.plan(), out, several, started)) {
            session.replaced().ifPresent(this::tellWhatIsReplaced);
            ScenarioRun run = simulate(session, scenario);
            RunManifest manifest = Manifests.of(specification, started);
            if (json) {
                documents.add(ResultDocument.of(run, manifest));
            }
            Path directory = session.write(run, manifest);
            if (!json) {
                print(run, directory);
            }
            if (!run.complete()) {
                session.checkpoint().ifPresent(file -> tellHowToGoOn(scenario, file));
                return ExitCode.INTERRUPTED;
            }
            ExitCode passed = run.passed() ? ExitCode.FINE : ExitCode.EXPECTATION_FAILED;
            return passed.or(devices(run));
        } catch (InputException | OutputException e) {
            return faults.report(e);
        }
    }

    /** An estimate that the user asks for and that no device can give is told as what it is, though the run itself is sound. */
    private ExitCode devices(ScenarioRun run) {
        Optional<String> without = UnplacedDevices.of(run.costs());
        return scenarioOptions.asksForProfiles() && without.isPresent()
                ? faults.report(new InputException("--profile", without.get()))
                : ExitCode.FINE;
    }

    private ScenarioRun simulate(RunSession session, Scenario scenario) throws InputException, OutputException {
        try (ProgressLine progress = new ProgressLine(console, stop, scenario.name())) {
            Optional<RunBackend> elsewhere = backend();
            if (elsewhere.isEmpty()) {
                return session.simulate(machineOptions.settings(), progress, Backend.THIS_PROCESS);
            }
            RunBackend.Call call = new RunBackend.Call(
                    machineOptions,
                    console,
                    main,
                    progress,
                    () -> session.checkpoint().ifPresent(file -> tellHowToGoOn(scenario, file)));
            return elsewhere.get().run(call, (backend, settings) -> session.simulate(settings, progress, backend));
        }
    }

    private Optional<RunBackend> backend() {
        return backends.stream().filter(RunBackend::isGiven).findFirst();
    }

    /** It cannot be had back, unless it is run again. */
    private void tellWhatIsReplaced(Path earlier) {
        if (!json && !quiet) {
            console.out().println("replaces what an earlier call wrote: " + earlier);
            console.out().flush();
        }
    }

    private void tellHowToGoOn(Scenario scenario, Path checkpoint) {
        Set<String> others = files.stream()
                .map(Path::toString)
                .filter(file -> !file.equals(scenario.source().file()))
                .collect(Collectors.toSet());
        List<String> words = specification.root().commandLine().getParseResult().originalArgs();
        List<String> lines =
                List.of("  checkpoint: " + checkpoint, "  to go on: " + ResumeCommand.of(words, others, checkpoint));
        if (json) {
            lines.forEach(line -> console.errorLine(line.strip()));
        } else {
            lines.forEach(console.out()::println);
            console.out().flush();
        }
    }

    private void print(ScenarioRun run, Path directory) {
        Marks marks = new Marks(console.outColoured());
        if (quiet) {
            new ExpectationList(run.expectations(), marks).printFailures(console.out(), "");
        } else {
            new RunSummary(run, marks).print(console.out(), directory.resolve("report.html"));
        }
        console.out().flush();
    }

    private ExitCode runStudy(Scenario scenario, ArrayNode documents) {
        StudySession session = new StudySession(
                machineOptions.settings(), scenarioOptions.overrides(), keepsRuns, Manifests::ofCommand);
        SuiteResult alone;
        Path folder;
        long start = System.nanoTime();
        try (ClaimedPlace place = session.claim(out, scenario, files.size() > 1, Instant.now());
                ProgressLine progress = new ProgressLine(console, stop, scenario.name())) {
            folder = place.path();
            session.replaced(place).ifPresent(this::tellWhatIsReplaced);
            CaseResult result = session.run(scenario, place, progress);
            alone = new SuiteResult(List.of(result), (System.nanoTime() - start) * 1e-9);
        } catch (OutputException e) {
            return faults.report(e);
        }
        if (json) {
            documents.add(ResultJson.ofSweep(alone));
            SuiteSummary.messages(alone.cases().get(0)).forEach(console::errorLine);
        } else {
            new SuiteSummary(alone, new Marks(console.outColoured()))
                    .print(console, folder.resolve("sweep.html"), quiet);
        }
        return ExitCode.of(alone.status());
    }
}
