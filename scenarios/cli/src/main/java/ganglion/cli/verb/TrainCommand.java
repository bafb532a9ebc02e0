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
import ganglion.scenario.experiment.fold.CrossValidation;
import ganglion.scenario.experiment.format.ExperimentFiles;
import ganglion.scenario.experiment.format.ExperimentFinder;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
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
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

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
            "  ganglion train flute.yaml --cross-validate 5 --out flute-by-instrument",
            "  ganglion train --all experiments --out results"
        })
public final class TrainCommand implements Callable<Integer> {

    /** What experiment files are usually called. */
    private static final Pattern DOCUMENT = Pattern.compile("(?i).*\\.(ya?ml|json)");

    /** The number of parts of a cross-validation. */
    static final class FoldCount implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String text) {
            try {
                int count = Integer.parseInt(text);
                if (count >= 2 && count <= CrossValidation.MOST_FOLDS) {
                    return count;
                }
            } catch (NumberFormatException e) {
                // told below, with what was expected
            }
            throw new TypeConversionException(
                    "found " + text + ", expected a whole number from 2 to " + CrossValidation.MOST_FOLDS);
        }
    }

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

    @Option(
            names = "--cross-validate",
            paramLabel = "N",
            converter = FoldCount.class,
            description =
                    "Divide the training set into N parts by group, train N times without one of them and test on it, instead of"
                            + " training a model; with several seeds, with the first.")
    private Integer folds;

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
        List<List<Experiment>> read = readAll();
        TrainingTally tally =
                new TrainingTally(read.stream().map(TrainCommand::nameOf).toList());
        List<List<Experiment>> experiments = checked(read, tally);
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

    /** Those that can be cross-validated. Of all experiments of a folder, others are reported and left out. */
    private List<List<Experiment>> checked(List<List<Experiment>> experiments, TrainingTally tally)
            throws InputException {
        List<List<Experiment>> possible = new ArrayList<>();
        for (List<Experiment> experiment : experiments) {
            try {
                if (folds != null) {
                    CrossValidation.check(experiment.get(0));
                }
                possible.add(experiment);
            } catch (InputException e) {
                if (all == null) {
                    throw e;
                }
                tally.add(nameOf(experiment), faults.report(e));
            }
        }
        return possible;
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
        checkWithoutModel();
        return ExperimentFiles.readAll(chosen, options.overrides());
    }

    /** A cross-validation leaves neither a model nor a checkpoint. */
    private void checkWithoutModel() {
        if (folds == null) {
            return;
        }
        if (resume) {
            throw new ParameterException(
                    specification.commandLine(), "found --cross-validate with --resume, expected one of them");
        }
        if (out != null && out.toString().matches("(?i).*\\.zip")) {
            throw new ParameterException(
                    specification.commandLine(),
                    "found --cross-validate with a model file to write, expected a directory, because there is no model");
        }
    }

    /** Behind {@code --resume}, a checkpoint looks as if it were its value. */
    private void checkExperiments() {
        for (Path file : files) {
            boolean document = DOCUMENT.matcher(file.toString()).matches() && !Files.isDirectory(file);
            if (!document && !ExperimentFiles.isExperiment(file)) {
                throw new ParameterException(
                        specification.commandLine(),
                        "found " + file
                                + " among the experiments, and --resume takes no file; expected --out DIR, the training to go on with");
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
            if (folds != null) {
                place.checkWithoutModel();
            } else {
                place.check();
            }
            SeedOutcomes outcomes = train(seeds, place);
            RunManifest manifest = Manifests.of(specification, started);
            if (json) {
                documents.add(TrainingDocument.of(outcomes.together(), manifest));
            }
            Path written = folds != null
                    ? place.writeWithoutModel(outcomes.together(), manifest)
                    : place.write(outcomes, manifest);
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
            if (folds != null) {
                place.open();
                TrainingOutcome outcome = CrossValidation.run(seeds.get(0), folds, used, lines);
                return new SeedOutcomes(List.of(outcome), outcome, false);
            }
            return new TrainingSession(place, used, resume).train(seeds, lines);
        }
    }
}
