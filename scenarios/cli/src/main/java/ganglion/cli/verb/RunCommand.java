package ganglion.cli.verb;

import com.fasterxml.jackson.databind.node.ArrayNode;
import ganglion.cli.option.CheckpointOptions;
import ganglion.cli.option.MachineOptions;
import ganglion.cli.option.ScenarioOptions;
import ganglion.cli.print.ExpectationList;
import ganglion.cli.print.Json;
import ganglion.cli.print.Marks;
import ganglion.cli.print.RunSummary;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.cli.terminal.FaultReport;
import ganglion.cli.terminal.OutputException;
import ganglion.cli.terminal.OutputFolder;
import ganglion.cli.terminal.ProgressLine;
import ganglion.cli.terminal.RecordingFolder;
import ganglion.cli.terminal.StopSignal;
import ganglion.cli.terminal.Version;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.report.files.IfExists;
import ganglion.report.run.ResultDocument;
import ganglion.report.run.RunDirectory;
import ganglion.report.run.RunManifest;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.Checkpoints;
import ganglion.scenario.result.RunStorage;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.run.ScenarioRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ganglion run}. */
@Command(
        name = "run",
        header = "Runs scenarios, costs them on each chip and checks what they expect.",
        description = "Writes a run directory with result.json, spikes.csv and report.html, and prints a summary.",
        footer = {
            "  ganglion run scenarios/gallery/pitch-detector/scenario.yaml",
            "  ganglion run a.yaml b.yaml --out results --quiet",
            "  ganglion run a.yaml --profile loihi,./my-chip.yaml --seed 7",
            "  ganglion run a.yaml --set '/clock/duration=500 ms' --json"
        })
public final class RunCommand implements Callable<Integer> {

    private final Console console;
    private final FaultReport faults;
    private final StopSignal stop;

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

    @Option(names = "--quiet", description = "Print only the expectations that do not hold.")
    private boolean quiet;

    @Option(
            names = "--json",
            description = "Print what result.json holds as one JSON document (with several scenarios, an array).")
    private boolean json;

    @Spec
    private CommandSpec specification;

    public RunCommand(Console console, FaultReport faults, StopSignal stop) {
        this.console = console;
        this.faults = faults;
        this.stop = stop;
    }

    /** Reads all scenarios before it runs the first, so that a slip in the last does not cost the time of the others. */
    @Override
    public Integer call() throws InputException {
        List<Scenario> scenarios = readAll();
        checkpointOptions.check(scenarios, point == null && scenarios.stream().anyMatch(Scenario::isStudy));
        ArrayNode documents = Json.array();
        ExitCode code = ExitCode.FINE;
        stop.listen();
        for (Scenario scenario : scenarios) {
            if (!stop.requested()) {
                code = code.or(runOne(scenario, documents));
            }
        }
        code = stop.requested() ? ExitCode.INTERRUPTED : code;
        if (json && !documents.isEmpty()) {
            Json.print(files.size() == 1 ? documents.get(0) : documents, console.out());
        }
        return code.number();
    }

    private List<Scenario> readAll() throws InputException {
        List<Scenario> scenarios = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Path file : files) {
            try {
                scenarios.add(read(file));
            } catch (InputException e) {
                problems.addAll(e.problems());
            }
        }
        if (out != null) {
            problems.addAll(sameNames(scenarios));
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return scenarios;
    }

    /** Two scenarios of one name would write the same directory, and the second replace the first. */
    private static List<Problem> sameNames(List<Scenario> scenarios) {
        Map<String, Scenario> firstOfName = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            Scenario first = firstOfName.putIfAbsent(scenario.name(), scenario);
            if (first != null) {
                problems.add(scenario.problem(
                        "/scenario",
                        "found the name " + scenario.name() + " a second time, expected another than in "
                                + first.file().getFileName()));
            }
        }
        return problems;
    }

    /** A scenario, or the one of its runs that was asked for. */
    private Scenario read(Path file) throws InputException {
        ScenarioOverrides overrides = scenarioOptions.overrides();
        Scenario scenario = ScenarioFiles.read(file, overrides);
        if (point == null) {
            return scenario;
        }
        int runs = scenario.points().size();
        if (point > runs) {
            throw new InputException(
                    new Problem("--point", 0, "", "found " + point + ", expected 1 to " + runs + " for " + file));
        }
        return ScenarioFiles.read(file, overrides.at(scenario.points().get(point - 1)));
    }

    private ExitCode runOne(Scenario scenario, ArrayNode documents) {
        if (scenario.isStudy() && point == null) {
            return new StudyRun(console, faults, stop, machineOptions.settings(), scenarioOptions.overrides())
                    .run(
                            scenario,
                            OutputFolder.of(out, scenario.name(), files.size() > 1, Instant.now()),
                            json ? documents : null);
        }
        try {
            Instant started = Instant.now();
            Path named = checkpointOptions.out(out);
            Path target = OutputFolder.of(named, scenario.name(), files.size() > 1, started);
            RecordingFolder recordings = RecordingFolder.beside(target);
            ScenarioRun run = simulate(scenario, checkpointOptions.of(target), recordings);
            RunManifest manifest = manifest(started);
            if (json) {
                documents.add(ResultDocument.of(run, manifest));
            }
            Path directory =
                    write(run, target, manifest, named == null ? IfExists.TAKE_ANOTHER_NAME : IfExists.REPLACE);
            if (run.complete()) {
                checkpointOptions.clean(target);
            }
            if (run.complete() || !checkpointOptions.areWanted()) {
                recordings.delete();
            }
            if (!json) {
                print(run, directory);
            }
            if (!run.complete()) {
                return ExitCode.INTERRUPTED;
            }
            return run.passed() ? ExitCode.FINE : ExitCode.EXPECTATION_FAILED;
        } catch (InputException | OutputException e) {
            return faults.tell(e);
        }
    }

    private ScenarioRun simulate(Scenario scenario, Checkpoints checkpoints, RecordingFolder recordings)
            throws InputException, OutputException {
        try (ProgressLine progress = new ProgressLine(console, stop, scenario.name())) {
            RunStorage storage = new RunStorage(checkpoints, Optional.of(recordings.path()));
            return ScenarioRunner.run(scenario, machineOptions.settings(), storage, progress);
        } catch (UncheckedIOException e) { // a recording cannot be written
            throw new OutputException(recordings.path().toString(), e.getCause());
        }
    }

    private RunManifest manifest(Instant started) {
        List<String> words = new ArrayList<>(List.of("ganglion"));
        words.addAll(specification.root().commandLine().getParseResult().originalArgs());
        return new RunManifest(new Version().number(), words, started);
    }

    /** A directory that the user names is replaced if it is a run directory, and left alone if it is not. */
    private static Path write(ScenarioRun run, Path target, RunManifest manifest, IfExists ifExists)
            throws OutputException {
        try {
            Path written = RunDirectory.write(run, target, manifest, ifExists);
            // RunDirectory answers with an absolute path; a relative one is what the user can read.
            return target.resolveSibling(written.getFileName());
        } catch (IOException e) {
            throw new OutputException(target.toString(), e);
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
}
