package ganglion.cli.verb;

import com.fasterxml.jackson.databind.node.ArrayNode;
import ganglion.cli.option.ExperimentOptions;
import ganglion.cli.option.MachineOptions;
import ganglion.cli.print.JsonOutput;
import ganglion.cli.print.TrainingLines;
import ganglion.cli.print.TrainingSummary;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.cli.terminal.FaultReport;
import ganglion.cli.terminal.Manifests;
import ganglion.cli.terminal.StopSignal;
import ganglion.cli.terminal.TrainingTally;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.report.files.ClaimedPlace;
import ganglion.report.run.RunManifest;
import ganglion.report.training.TrainingDocument;
import ganglion.report.training.TrainingPlace;
import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.format.ExperimentFiles;
import ganglion.scenario.experiment.format.ExperimentFinder;
import ganglion.scenario.experiment.robustness.RobustnessFigures;
import ganglion.scenario.experiment.session.SeedOutcomes;
import ganglion.scenario.experiment.session.TrainingSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
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

    /** What experiment files are usually called. */
    private static final Pattern DOCUMENT = Pattern.compile("(?i).*\\.(ya?ml|json)");

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
                    "Continue from the checkpoint beside or in the directory, if there is one, as if training had never"
                            + " stopped.")
    private boolean resume;

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = MachineOptions.ThreadCount.class,
            description = "Number of threads; by default one per processor. Changes no result.")
    private Integer threads;

    @Option(names = "--quiet", description = "Print only what came out.")
    private boolean quiet;

    @Option(
            names = "--json",
            description = "Print what result.json holds as one JSON document (with several experiments, an array).")
    private boolean json;

    @Spec
    private CommandSpec specification;

    /** @param console to print on */
    public TrainCommand(Console console, FaultReport faults, StopSignal stop) {
        this.console = console;
        this.faults = faults;
        this.stop = stop;
    }

    /** Reads all experiments before it trains the first, so that a slip in the last does not cost the time of the others. */
    @Override
    public Integer call() throws InputException {
        List<List<Experiment>> experiments = readAll();
        TrainingTally tally =
                new TrainingTally(experiments.stream().map(TrainCommand::nameOf).toList());
        ArrayNode documents = JsonOutput.array();
        boolean several = tally.several();
        stop.listen();
        for (List<Experiment> experiment : experiments) {
            if (!stop.requested()) {
                tally.add(nameOf(experiment), trainOne(experiment, several, documents));
            }
        }
        ExitCode code = stop.requested() ? ExitCode.INTERRUPTED : tally.code();
        if (several && !json) {
            tally.lines().forEach(console.out()::println);
        }
        if (json && !documents.isEmpty()) {
            JsonOutput.print(several ? documents : documents.get(0), console.out());
        }
        return code.number();
    }

    private static String nameOf(List<Experiment> seeds) {
        return seeds.get(0).head().name();
    }

    private List<List<Experiment>> readAll() throws InputException {
        if (resume) {
            checkExperiments();
        }
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
        return ExperimentFiles.readAll(chosen, options.overrides());
    }

    /** Behind {@code --resume}, a checkpoint looks as if it were its value. */
    private void checkExperiments() {
        for (Path file : files) {
            boolean document = DOCUMENT.matcher(file.toString()).matches() && !Files.isDirectory(file);
            if (!document && !ExperimentFiles.isExperiment(file)) {
                throw new ParameterException(
                        specification.commandLine(),
                        "found " + file
                                + " among the experiments, and --resume takes no file; expected --out DIR, the"
                                + " training to go on with");
            }
        }
    }

    /** @param seeds the experiment, once for each of its seeds */
    private ExitCode trainOne(List<Experiment> seeds, boolean several, ArrayNode documents) {
        Instant started = Instant.now();
        String name = seeds.get(0).head().name();
        if (!json && several) {
            console.out().println(name);
        }
        try (ClaimedPlace claimed = ClaimedPlace.of(out, name, several, started)) {
            TrainingPlace place = new TrainingPlace(claimed.path(), out != null);
            place.check();
            SeedOutcomes outcomes = train(seeds, place);
            RunManifest manifest = Manifests.of(specification, started);
            if (json) {
                documents.add(TrainingDocument.of(outcomes.together(), manifest));
            }
            Path written = place.write(outcomes, manifest);
            if (!json) {
                new TrainingSummary(outcomes.together()).print(console.out(), written);
            }
            if (!outcomes.together().complete()) {
                return ExitCode.INTERRUPTED;
            }
            return RobustnessFigures.isMissed(outcomes.together().result())
                    ? ExitCode.EXPECTATION_FAILED
                    : ExitCode.FINE;
        } catch (InputException | OutputException e) {
            return faults.report(e);
        }
    }

    private SeedOutcomes train(List<Experiment> seeds, TrainingPlace place) throws InputException, OutputException {
        int used = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        String name = seeds.get(0).head().name();
        try (TrainingLines lines = new TrainingLines(console, stop, name, quiet || json)) {
            return new TrainingSession(place, used, resume).train(seeds, lines);
        }
    }
}
