package ganglion.cli.verb;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cli.option.CheckpointOptions;
import ganglion.cli.option.DecibelNumber;
import ganglion.cli.option.SampleOptions;
import ganglion.cli.option.ScenarioOptions;
import ganglion.cli.print.JsonOutput;
import ganglion.cli.print.TrainingSummary;
import ganglion.cli.print.TrialTable;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.cli.terminal.ProgressLine;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.Problem;
import ganglion.documents.output.FilePublisher;
import ganglion.documents.output.OwnFile;
import ganglion.report.training.ExplanationPage;
import ganglion.scenario.experiment.format.SavedClassifier;
import ganglion.scenario.experiment.format.TrainedClassifier;
import ganglion.scenario.experiment.trial.Trial;
import ganglion.scenario.experiment.trial.TrialRequest;
import ganglion.scenario.experiment.trial.Trials;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ganglion evaluate}. */
@Command(
        name = "evaluate",
        header = "Tries a trained model on samples.",
        description =
                "Prints accuracy with its interval, figures of each class and the confusion matrix. Several gains or noise ratios give a"
                        + " trial each. Detectors are tried on mixtures of the samples.",
        footer = {
            "  ganglion evaluate flute/model.zip --data sounds/test",
            "  ganglion evaluate flute/model.zip --data flute.yaml --gain -40,-20,0",
            "  ganglion evaluate flute/model.zip --data notes --label instrument_source_str --noise noise --snr 0,10,20",
            "  ganglion evaluate flute/model.zip --data sounds/test --explain 3 --out why.html"
        })
public final class EvaluateCommand implements Callable<Integer> {

    /** More would make a page of many megabytes. */
    private static final int MOST_EXPLAINED = 50;

    private final Console console;

    @Parameters(paramLabel = "MODEL", description = "The model file that ganglion train wrote.")
    private Path model;

    @Mixin
    private SampleOptions sampleOptions;

    @Option(
            names = "--gain",
            paramLabel = "DB",
            split = ",",
            converter = DecibelNumber.class,
            description = "Gain of the sounds in decibels; below 0 makes them softer.")
    private List<Double> gains = List.of();

    @Option(
            names = "--noise",
            paramLabel = "FOLDER",
            description = "Lay excerpts of the sounds in this folder over the samples; by default white noise.")
    private Path noise;

    @Option(
            names = "--snr",
            paramLabel = "DB",
            split = ",",
            converter = DecibelNumber.class,
            description = "Lay noise over the samples, at this ratio of their power to that of the noise.")
    private List<Double> ratios = List.of();

    @Option(
            names = "--fragment",
            paramLabel = "TIME",
            converter = CheckpointOptions.Seconds.class,
            description =
                    "Cut a piece of this length out of each sound, anywhere in it, and let the model hear that alone.")
    private Double fragmentSeconds;

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = ScenarioOptions.FromZero.class,
            defaultValue = "42",
            description = "Seed of cuts, and of which noise falls where; ${DEFAULT-VALUE} unless given.")
    private long seed;

    @Option(
            names = "--explain",
            paramLabel = "N",
            description =
                    "Write a page that shows for N mistakes and as many right decisions what the network saw, what its hidden"
                            + " neurons fired, and which inputs and times each decision rests on; under the first of several conditions.")
    private int explain;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "explanation.html",
            description = "The page of --explain; ${DEFAULT-VALUE} unless given.")
    private Path page;

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "Write a table with a line for each trial, and one for each class in it.")
    private Path csv;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    /** @param console to print on */
    public EvaluateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InputException, OutputException {
        checkOutputs();
        SavedClassifier classifier = SavedClassifier.read(model);
        TrialRequest request = request();
        ObjectNode document = JsonOutput.object();
        document.put("format", "ganglion-evaluation").put("formatVersion", 1);
        document.put("model", model.toString())
                .put("data", sampleOptions.data().path().toString());
        ArrayNode each = document.putArray("trials");
        try (ProgressLine progress = new ProgressLine(console, "evaluate")) {
            progress.advanced("reading samples", 0);
            Trials trials = Trials.of(classifier, sampleOptions.data(), request);
            int count = request.conditions().size();
            for (int i = 0; i < count; i++) {
                progress.advanced("trial " + (i + 1) + " of " + count, (double) i / count);
                Trial trial = trials.run(i);
                each.add(trial.document());
                progress.aside(() -> print(trial));
                if (trial.explained().isPresent()) {
                    write(
                            page,
                            ExplanationPage.of(
                                    (TrainedClassifier) classifier,
                                    trial.conditions().toString(),
                                    trial.explained().get()));
                    progress.aside(() -> printLine("explanation: " + page));
                }
            }
        }
        if (csv != null) {
            write(csv, TrialTable.csv(each));
        }
        if (json) {
            JsonOutput.print(document, console.out());
        }
        return ExitCode.FINE.number();
    }

    private TrialRequest request() {
        return new TrialRequest(
                gains,
                ratios,
                Optional.ofNullable(noise),
                fragmentSeconds == null ? OptionalDouble.empty() : OptionalDouble.of(fragmentSeconds),
                seed,
                explain);
    }

    private void checkOutputs() throws InputException, OutputException {
        if (explain < 0 || explain > MOST_EXPLAINED) {
            throw new InputException(
                    new Problem("--explain", 0, "", "found " + explain + ", expected 0 to " + MOST_EXPLAINED));
        }
        if (explain > 0) {
            checkOwn(page, ExplanationPage.SIGN, "a page of ganglion evaluate");
        }
        if (csv != null) {
            checkOwn(csv, TrialTable.SIGN, "a table of trials");
        }
    }

    private static void checkOwn(Path file, String sign, String what) throws OutputException {
        try {
            OwnFile.check(file, sign, what);
        } catch (IOException e) {
            throw new OutputException(file.toString(), e);
        }
    }

    private void print(Trial trial) {
        if (!json) {
            console.out().println(trial.line());
            trial.tables().forEach(table -> TrainingSummary.print(console.out(), table));
            console.out().flush();
        }
    }

    private void printLine(String line) {
        if (!json) {
            console.out().println(line);
            console.out().flush();
        }
    }

    private static void write(Path file, String text) throws OutputException {
        try {
            FilePublisher.publishText(file, text);
        } catch (IOException e) {
            throw new OutputException(file.toString(), e);
        }
    }
}
