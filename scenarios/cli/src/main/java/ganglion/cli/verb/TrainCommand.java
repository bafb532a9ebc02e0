package ganglion.cli.verb;

import com.fasterxml.jackson.databind.node.ArrayNode;
import ganglion.cli.option.ExperimentOptions;
import ganglion.cli.option.MachineOptions;
import ganglion.cli.print.Json;
import ganglion.cli.print.TrainingLines;
import ganglion.cli.print.TrainingSummary;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.cli.terminal.FaultReport;
import ganglion.cli.terminal.OutputException;
import ganglion.cli.terminal.OutputFolder;
import ganglion.cli.terminal.StopSignal;
import ganglion.cli.terminal.TrainingPlace;
import ganglion.cli.terminal.Version;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.report.run.RunManifest;
import ganglion.report.training.FinishedSeed;
import ganglion.report.training.TrainingDocument;
import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.format.ExperimentFiles;
import ganglion.scenario.experiment.outcome.SeedStatistics;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.run.ExperimentRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ganglion train}. */
@Command(
        name = "train",
        header = "Trains networks as experiment files say.",
        description =
                "Writes a training directory with model.zip, result.json, report.html and checkpoint.zip, and prints"
                        + " how it went.",
        footer = {
            "  ganglion train flute.yaml --out flute",
            "  ganglion train flute.yaml --out flute --resume --epochs 40",
            "  ganglion train flute.yaml --seed 7 --set /training/batch=16 --json",
            "  ganglion train --all experiments --out results"
        })
public final class TrainCommand implements Callable<Integer> {

    private final Console console;
    private final FaultReport faults;
    private final StopSignal stop;

    @Parameters(paramLabel = "EXPERIMENT", arity = "0..*", description = "Experiment files, YAML or JSON.")
    private List<Path> files = List.of();

    @Mixin
    private ExperimentOptions options;

    @Option(
            names = "--all",
            paramLabel = "DIR",
            description = "All experiment files in and below a folder, in the order of their paths.")
    private Path all;

    @Option(
            names = "--out",
            paramLabel = "DIR|MODEL",
            description = "The training directory, or a model file that ends in .zip; with several experiments, where a"
                    + " directory of each goes. By default a new directory below runs/.")
    private Path out;

    @Option(
            names = "--resume",
            description =
                    "Go on from the checkpoint beside or in the directory, if there is one, as if training had never"
                            + " stopped.")
    private boolean resume;

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = MachineOptions.AtLeastOne.class,
            description = "Threads that work; by default one a processor. Changes no result.")
    private Integer threads;

    @Option(names = "--quiet", description = "Print only what came out.")
    private boolean quiet;

    @Option(
            names = "--json",
            description = "Print what result.json holds as one JSON document (with several experiments, an array).")
    private boolean json;

    @Spec
    private CommandSpec specification;

    public TrainCommand(Console console, FaultReport faults, StopSignal stop) {
        this.console = console;
        this.faults = faults;
        this.stop = stop;
    }

    /** Reads all experiments before it trains the first, so that a slip in the last does not cost the time of the others. */
    @Override
    public Integer call() throws InputException {
        List<List<Experiment>> experiments = readAll();
        ArrayNode documents = Json.array();
        ExitCode code = ExitCode.FINE;
        stop.listen();
        for (List<Experiment> experiment : experiments) {
            if (!stop.requested()) {
                code = code.or(trainOne(experiment, experiments.size() > 1, documents));
            }
        }
        code = stop.requested() ? ExitCode.INTERRUPTED : code;
        if (json && !documents.isEmpty()) {
            Json.print(experiments.size() == 1 ? documents.get(0) : documents, console.out());
        }
        return code.number();
    }

    private List<List<Experiment>> readAll() throws InputException {
        List<Path> chosen = new ArrayList<>(files);
        if (all != null) {
            chosen.addAll(ExperimentFinder.find(all));
        }
        if (chosen.isEmpty()) {
            throw new ParameterException(
                    specification.commandLine(), "found no EXPERIMENT, expected at least one, or --all DIR");
        }
        if (resume && out == null) {
            throw new ParameterException(
                    specification.commandLine(), "found --resume without --out, expected the directory to go on with");
        }
        List<List<Experiment>> experiments = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Path file : chosen) {
            try {
                experiments.add(ExperimentFiles.readSeeds(file, options.overrides()));
            } catch (InputException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return experiments;
    }

    /** @param seeds the experiment, once for each of its seeds */
    private ExitCode trainOne(List<Experiment> seeds, boolean several, ArrayNode documents) {
        Instant started = Instant.now();
        String name = seeds.get(0).head().name();
        TrainingPlace place = TrainingPlace.of(OutputFolder.of(out, name, several, started), out != null);
        if (!json && several) {
            console.out().println(name);
        }
        try {
            List<TrainingOutcome> each = trainSeeds(seeds, place);
            boolean alone = seeds.size() == 1;
            TrainingOutcome outcome = alone ? each.get(0) : SeedStatistics.of(each, each.size() == seeds.size());
            RunManifest manifest = manifest(started);
            if (json) {
                documents.add(TrainingDocument.of(outcome, manifest));
            }
            Path written = alone ? place.write(outcome, manifest) : place.writeSeeds(outcome, each, manifest);
            if (!json) {
                new TrainingSummary(outcome).print(console.out(), written);
            }
            return outcome.complete() ? ExitCode.FINE : ExitCode.INTERRUPTED;
        } catch (InputException | OutputException e) {
            return faults.tell(e);
        }
    }

    private List<TrainingOutcome> trainSeeds(List<Experiment> seeds, TrainingPlace place)
            throws InputException, OutputException {
        if (seeds.size() == 1) {
            Optional<Path> before = resume ? place.resumable() : Optional.empty();
            return List.of(train(seeds.get(0), place, place.checkpoint(), before));
        }
        List<TrainingOutcome> each = new ArrayList<>();
        for (Experiment experiment : seeds) {
            if (each.isEmpty() || !stop.requested()) {
                each.add(trainSeed(experiment, place));
            }
        }
        return each;
    }

    private TrainingOutcome trainSeed(Experiment experiment, TrainingPlace place)
            throws InputException, OutputException {
        long seed = experiment.head().seed();
        FinishedSeed finished = place.finished(seed);
        Optional<TrainingOutcome> known = resume ? finished.read(experiment) : Optional.empty();
        Optional<Path> before = resume ? place.resumable(seed) : Optional.empty();
        if (resume && known.isEmpty() && before.isEmpty() && finished.exists()) {
            throw finished.refusal("found what another experiment came to, expected one of "
                    + experiment.head().name());
        }
        if (!json && !quiet) {
            console.out().println("seed " + seed + (known.isPresent() ? ": done before" : ""));
        }
        if (known.isPresent()) {
            return known.get();
        }
        TrainingOutcome outcome = train(experiment, place, place.checkpoint(seed), before);
        try {
            if (outcome.complete()) {
                finished.write(outcome);
            }
        } catch (IOException e) {
            throw new OutputException(finished.file().toString(), e);
        }
        return outcome;
    }

    private TrainingOutcome train(Experiment experiment, TrainingPlace place, Path checkpoint, Optional<Path> before)
            throws InputException, OutputException {
        int used = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        TrainingSettings settings = new TrainingSettings(used, Optional.of(checkpoint), before);
        try (TrainingLines lines =
                new TrainingLines(console, stop, experiment.head().name(), quiet || json)) {
            place.makeFolder();
            return ExperimentRunner.run(experiment, settings, lines);
        } catch (UncheckedIOException e) { // a checkpoint cannot be written
            throw new OutputException(checkpoint.toString(), e.getCause());
        }
    }

    private RunManifest manifest(Instant started) {
        List<String> words = new ArrayList<>(List.of("ganglion"));
        words.addAll(specification.root().commandLine().getParseResult().originalArgs());
        return new RunManifest(new Version().number(), words, started);
    }
}
