package ganglion.cli.verb;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cli.option.CheckpointOptions;
import ganglion.cli.option.SampleOptions;
import ganglion.cli.option.ScenarioOptions;
import ganglion.cli.print.DetectorTrials;
import ganglion.cli.print.Json;
import ganglion.cli.print.TrainingSummary;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.cli.terminal.OutputException;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.place.DocumentPath;
import ganglion.learning.data.Fragment;
import ganglion.learning.train.Evaluation;
import ganglion.report.files.FilePublisher;
import ganglion.report.training.ExplanationPage;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.MixturePlan;
import ganglion.scenario.experiment.data.Example;
import ganglion.scenario.experiment.data.ExampleReader;
import ganglion.scenario.experiment.data.Examples;
import ganglion.scenario.experiment.format.SavedClassifier;
import ganglion.scenario.experiment.format.TrainedClassifier;
import ganglion.scenario.experiment.run.EvaluationJson;
import ganglion.scenario.experiment.run.EvaluationText;
import ganglion.scenario.experiment.run.ExplainedSamples;
import ganglion.scenario.experiment.run.ModelEvaluation;
import ganglion.scenario.experiment.run.TrialConditions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
                "Prints accuracy, figures of each class and the confusion matrix. Several gains or noise ratios give a"
                        + " trial each. Detectors are tried on mixtures of the samples.",
        footer = {
            "  ganglion evaluate flute/model.zip --data sounds/test",
            "  ganglion evaluate flute/model.zip --data flute.yaml --gain -40,-20,0",
            "  ganglion evaluate flute/model.zip --data notes --label instrument_source_str --noise noise --snr 0,10,20",
            "  ganglion evaluate flute/model.zip --data sounds/test --explain 3 --out why.html"
        })
public final class EvaluateCommand implements Callable<Integer> {

    /** More make a page that no one reads, of many megabytes. */
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
            description = "Make the sounds louder or softer by so many decibels.")
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

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    public EvaluateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InputException, OutputException {
        checkExplain();
        SavedClassifier classifier = SavedClassifier.read(model);
        checkExplained(classifier);
        checkNoise(classifier);
        List<Example> examples = sampleOptions.examples(classifier);
        Features features = fragmentSeconds == null
                ? classifier.features()
                : classifier.features().withDuration(fragmentSeconds);
        Fragment fragment = fragmentSeconds == null ? Fragment.NONE : new Fragment(fragmentSeconds);
        Optional<DetectorTrials> detectors = detectors(classifier, examples, features);
        ExampleReader reader = new ExampleReader(features, classifier.classes());
        ObjectNode document = Json.object();
        document.put("format", "ganglion-evaluation").put("formatVersion", 1);
        document.put("model", model.toString()).put("data", sampleOptions.data().toString());
        ArrayNode trials = document.putArray("trials");
        Optional<DocumentPath> folder = Optional.ofNullable(noise)
                .map(path ->
                        new DocumentPath(path.toString(), path.toAbsolutePath().normalize()));
        for (TrialConditions whole : TrialConditions.all(gains, ratios, folder, seed)) {
            TrialConditions conditions = whole.with(fragment);
            ObjectNode trial = trials.addObject();
            put(conditions, trial);
            if (detectors.isPresent()) {
                detectors.get().run(conditions, trial);
                continue;
            }
            Examples samples = reader.read(examples, conditions.changes());
            Evaluation evaluation = ModelEvaluation.of(classifier, samples);
            tell(classifier, conditions, evaluation, samples, trial);
            if (explain > 0 && trials.size() == 1) {
                explain((TrainedClassifier) classifier, conditions, evaluation, samples);
            }
        }
        if (json) {
            Json.print(document, console.out());
        }
        return ExitCode.FINE.number();
    }

    private Optional<DetectorTrials> detectors(SavedClassifier classifier, List<Example> notes, Features features)
            throws InputException {
        if (!(classifier instanceof TrainedClassifier network
                && network.mixtures().isPresent())) {
            return Optional.empty();
        }
        MixturePlan plan = sampleOptions.mixtures(network.mixtures().get());
        return Optional.of(new DetectorTrials(network, notes, plan, (Features.Heard) features, console, json));
    }

    private void checkExplain() throws InputException {
        if (explain < 0 || explain > MOST_EXPLAINED) {
            throw new InputException(
                    new Problem("--explain", 0, "", "found " + explain + ", expected 0 to " + MOST_EXPLAINED));
        }
    }

    private void checkExplained(SavedClassifier classifier) throws InputException {
        if (explain == 0) {
            return;
        }
        if (!(classifier instanceof TrainedClassifier network)) {
            throw new InputException(new Problem(
                    "--explain",
                    0,
                    "",
                    "found a model that learned by a rule, expected a network, whose layers it shows"));
        }
        if (network.mixtures().isPresent()) {
            throw new InputException(new Problem(
                    "--explain", 0, "", "found detectors of several classes at once, expected one decision a sample"));
        }
    }

    private void explain(
            TrainedClassifier classifier, TrialConditions conditions, Evaluation evaluation, Examples samples)
            throws OutputException {
        ExplainedSamples explained = ExplainedSamples.of(classifier, samples, evaluation, explain);
        String text = ExplanationPage.of(classifier, conditions.toString(), explained);
        try {
            FilePublisher.publish(page, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new OutputException(page.toString(), e);
        }
        if (!json) {
            console.out().println("explanation: " + page);
        }
    }

    private void checkNoise(SavedClassifier classifier) throws InputException {
        if (noise != null && ratios.isEmpty()) {
            throw new InputException(new Problem("--noise", 0, "", "found no --snr, expected the ratio in decibels"));
        }
        if (noise != null && !Files.isDirectory(noise)) {
            throw new InputException(
                    new Problem("--noise", 0, "", "found " + noise + ", expected a folder with sounds"));
        }
        boolean changed = !gains.isEmpty() || !ratios.isEmpty() || fragmentSeconds != null;
        if (!classifier.features().fromSound() && changed) {
            throw new InputException(new Problem(
                    "--gain", 0, "", "found changes of sounds, expected none for a model of recorded spikes"));
        }
    }

    private void tell(
            SavedClassifier classifier,
            TrialConditions conditions,
            Evaluation evaluation,
            Examples samples,
            ObjectNode trial) {
        List<String> classes = classifier.classes();
        trial.setAll(EvaluationJson.of(evaluation, classes, samples.names()));
        if (!json) {
            console.out().println(EvaluationText.line(conditions.toString(), evaluation));
            EvaluationText.tables(conditions.toString(), evaluation, classes)
                    .forEach(table -> TrainingSummary.print(console.out(), table));
            console.out().flush();
        }
    }

    private void put(TrialConditions conditions, ObjectNode trial) {
        trial.put("gainDecibels", conditions.gainDecibels());
        if (fragmentSeconds != null) {
            trial.put("fragmentSeconds", fragmentSeconds);
        }
        if (conditions.noiseRatioDecibels().isPresent()) {
            trial.put("noiseRatioDecibels", conditions.noiseRatioDecibels().getAsDouble());
        } else {
            trial.putNull("noiseRatioDecibels");
        }
    }
}
