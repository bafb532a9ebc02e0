package ganglion.scenario.experiment.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import ganglion.documents.InputException;
import ganglion.learning.file.TrainedModel;
import ganglion.learning.model.Model;
import ganglion.learning.train.Calibration;
import ganglion.learning.train.Evaluator.Evaluation;
import ganglion.learning.train.Trainer;
import ganglion.learning.train.Trainer.EpochReport;
import ganglion.learning.train.Trainer.TrainingListener;
import ganglion.learning.train.Trainer.TrainingResult;
import ganglion.learning.train.Trainer.TrainingState;
import ganglion.learning.train.TrainingPlan;
import ganglion.runtime.ThreadedTasks;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.data.Examples;
import ganglion.scenario.experiment.data.ExperimentSamples;
import ganglion.scenario.experiment.ear.EarTraining;
import ganglion.scenario.experiment.ear.LearnedEar;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.robustness.RobustnessTrials;
import ganglion.scenario.experiment.run.costs.SampleEnergy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Trains a classifier. For one use. */
final class ClassificationRun implements TrainingListener {

    private final Classification experiment;
    private final TrainingSettings settings;
    private final TrainingProgress progress;
    private final TrainingCheckpoints checkpoints;
    private final Optional<ExperimentSamples> given;
    private final boolean tried;
    private final long startNanoseconds = System.nanoTime();
    private final Set<String> warned = new HashSet<>();
    private ExperimentSamples samples;
    private ArrayNode epochs = JsonNodeFactory.instance.arrayNode();
    private int epochsBefore;
    private long trainingNanoseconds;

    ClassificationRun(Classification experiment, TrainingSettings settings, TrainingProgress progress) {
        this(experiment, settings, progress, Optional.empty(), true);
    }

    /**
     * A training on samples that are read already.
     *
     * @param given those of the experiment; absent to read them
     * @param tried whether the naive baseline learns and the model is tried under disturbances
     */
    ClassificationRun(
            Classification experiment,
            TrainingSettings settings,
            TrainingProgress progress,
            Optional<ExperimentSamples> given,
            boolean tried) {
        this.experiment = experiment;
        this.settings = settings;
        this.progress = progress;
        this.checkpoints = new TrainingCheckpoints(experiment.head());
        this.given = given;
        this.tried = tried;
    }

    TrainingOutcome run() throws InputException {
        StartingModel starting = new StartingModel(experiment);
        Optional<EarTraining> ear = experiment.ear().map(how -> new EarTraining(experiment));
        Model network = starting.model();
        Model initial = ear.map(each -> each.behindEar(network)).orElse(network);
        RobustnessTrials trials = RobustnessTrials.ofNetwork(experiment);
        samples = given.isPresent() && ear.isEmpty()
                ? given.get()
                : ExperimentSamples.read(ear.map(EarTraining::onSpectra).orElse(experiment), progress);
        Optional<TrainingCheckpoints.Checkpoint> checkpoint = Optional.empty();
        if (settings.resumeFrom().isPresent()) {
            checkpoint = Optional.of(checkpoints.read(settings.resumeFrom().get()));
        }
        double readSeconds = seconds(startNanoseconds);
        trainingNanoseconds = System.nanoTime();
        TrainingResult result = train(starting, ear, initial, checkpoint);
        double trainSeconds = seconds(trainingNanoseconds);
        Model best = experiment.training().projection().apply(result.bestModel());
        Optional<LearnedEar> learned = ear.isPresent() ? Optional.of(ear.get().learned(best)) : Optional.empty();
        Model model = learned.map(LearnedEar::model).orElse(best);
        Classification heard = learned.map(LearnedEar::experiment).orElse(experiment);
        if (learned.isPresent()) {
            samples = ExperimentSamples.read(heard, progress);
            trials = RobustnessTrials.ofNetwork(heard);
        }
        TrainedModel trained =
                new TrainedModel(model, samples.classes(), heard.head().document());
        progress.advanced("evaluating the best model", 1);
        long judging = System.nanoTime();
        Optional<Evaluation> validation = evaluate(model, samples.validation());
        Optional<Calibration> calibration =
                validation.filter(found -> experiment.calibrated()).map(ClassificationRun::calibration);
        ClassificationResult document = new ClassificationResult(
                experiment,
                samples,
                calibration
                        .map(fitted -> trained.withTemperature(fitted.temperature()))
                        .orElse(trained),
                epochs,
                result.bestEpoch(),
                validation,
                evaluate(model, samples.test()));
        calibration.ifPresent(document::setCalibration);
        learned.ifPresent(document::setEar);
        if (tried) {
            document.setTrials(trials.run(
                    samples,
                    set -> ModelEvaluation.of(model, set, experiment.training()),
                    new ThreadedTasks(settings.threads()),
                    progress));
        }
        if (experiment.energy().isPresent()) {
            document.setEnergy(
                    SampleEnergy.of(experiment.head(), experiment.energy().get(), model));
        }
        document.addTimes(readSeconds, trainSeconds, seconds(judging));
        return document.outcome(!progress.stopRequested());
    }

    /** The training, validation and test samples, once it has run. */
    ExperimentSamples samples() {
        return samples;
    }

    private TrainingResult train(
            StartingModel starting,
            Optional<EarTraining> ear,
            Model initial,
            Optional<TrainingCheckpoints.Checkpoint> checkpoint)
            throws InputException {
        TrainingPlan plan = SampleEnergy.priced(experiment, initial).withRunner(new ThreadedTasks(settings.threads()));
        Trainer trainer = new Trainer(plan, samples.training(), samples.validation(), this);
        int first = checkpoint.map(found -> found.state().epochsDone()).orElse(0);
        int all = experiment.training().epochs();
        progress.advanced(phase(Math.min(first, all - 1)), Math.min(1, (double) first / all));
        if (checkpoint.isPresent()) {
            epochs = checkpoint.get().epochs();
            epochsBefore = checkpoint.get().state().epochsDone();
            save(checkpoint.get().state()); // the results take it along even if there is no epoch left to train
            return trainer.resume(
                    withRates(ear, withFrozen(starting, checkpoint.get().state())));
        }
        return trainer.train(starting.firing(initial, plan, samples.training(), progress));
    }

    /** A checkpoint does not say which layers are frozen. */
    private static TrainingState withFrozen(StartingModel starting, TrainingState state) {
        return new TrainingState(
                state.epochsDone(),
                state.batchesDone(),
                starting.frozen(state.model()),
                state.optimiser(),
                starting.frozen(state.bestModel()),
                state.bestEpoch(),
                state.bestMerit(),
                state.bestLoss());
    }

    /** Nor which learn at rates of their own. */
    private static TrainingState withRates(Optional<EarTraining> ear, TrainingState state) {
        return ear.isEmpty()
                ? state
                : new TrainingState(
                        state.epochsDone(),
                        state.batchesDone(),
                        ear.get().rated(state.model()),
                        state.optimiser(),
                        state.bestModel(),
                        state.bestEpoch(),
                        state.bestMerit(),
                        state.bestLoss());
    }

    private static Calibration calibration(Evaluation found) {
        return Calibration.fit(found.scores(), found.labels());
    }

    private Optional<Evaluation> evaluate(Model model, Examples examples) {
        return examples.size() == 0
                ? Optional.empty()
                : Optional.of(ModelEvaluation.of(model, examples, experiment.training()));
    }

    private String phase(int epoch) {
        return "epoch " + (epoch + 1) + "/" + experiment.training().epochs();
    }

    @Override
    public void batchDone(int epoch, int batch, int batches, double loss) {
        int all = experiment.training().epochs();
        double done = epoch + (double) batch / batches;
        double seconds = seconds(trainingNanoseconds);
        double left = (all - done) * seconds / Math.max(1e-9, done - epochsBefore);
        progress.advanced(phase(epoch), done / all);
        progress.detail(String.format(Locale.ROOT, "batch %d/%d, %.0f s left", batch, batches, left));
    }

    @Override
    public void epochDone(EpochReport report, TrainingState state) {
        epochs.add(EpochJson.of(report));
        save(state);
        progress.epochFigures(epochs.get(epochs.size() - 1));
        progress.epochDone(line(report));
    }

    private void save(TrainingState state) {
        settings.checkpoint().ifPresent(file -> checkpoints.write(state, samples.classes(), epochs, file));
    }

    private String line(EpochReport report) {
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "epoch %d/%d: loss %.4f, accuracy %.1f %%",
                report.epoch() + 1,
                experiment.training().epochs(),
                report.trainingLoss(),
                100 * report.trainingAccuracy()));
        report.validation()
                .ifPresent(validation -> line.append(String.format(
                        Locale.ROOT,
                        "; validation loss %.4f, accuracy %.1f %%",
                        validation.loss(),
                        100 * validation.confusion().accuracy())));
        line.append(String.format(Locale.ROOT, "; %.0f samples/s", report.samplesPerSecond()));
        line.append(report.best() ? " (best so far)" : "");
        for (String warning : report.warnings()) {
            if (warned.add(kind(warning))) {
                line.append("\n  warning: ").append(warning);
            }
        }
        return line.toString();
    }

    /** What a warning is about, whatever the numbers: each is printed in the first epoch that has it. */
    private static String kind(String warning) {
        return warning.replaceAll("\\d+ of \\d+ neurons ", "").replaceAll(": \\d.*", "");
    }

    @Override
    public boolean stop() {
        return progress.stopRequested();
    }

    private static double seconds(long sinceNanoseconds) {
        return (System.nanoTime() - sinceNanoseconds) / 1e9;
    }

    /** The warnings of the last epoch. */
    static List<String> warnings(ArrayNode epochs) {
        List<String> warnings = new ArrayList<>();
        if (!epochs.isEmpty()) {
            JsonNode last = epochs.get(epochs.size() - 1);
            last.path("warnings").forEach(warning -> warnings.add("last epoch: " + warning.asText()));
        }
        return warnings;
    }
}
