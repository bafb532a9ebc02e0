package ganglion.scenario.experiment.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.learning.file.TrainedModel;
import ganglion.learning.model.Dense;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.sample.Sample;
import ganglion.learning.train.DataSet;
import ganglion.learning.train.DetectionScores;
import ganglion.learning.train.DetectionThreshold;
import ganglion.learning.train.DetectionThreshold.ShiftedReadOut;
import ganglion.learning.train.Trainer;
import ganglion.learning.train.Trainer.EpochReport;
import ganglion.learning.train.Trainer.TrainingListener;
import ganglion.runtime.ThreadedTasks;
import ganglion.scenario.experiment.AugmentationPlan;
import ganglion.scenario.experiment.Detection;
import ganglion.scenario.experiment.data.MixtureSamples;
import ganglion.scenario.experiment.outcome.EpochCurves;
import ganglion.scenario.experiment.outcome.FiniteNumbers;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.robustness.DetectionTrials;
import ganglion.scenario.experiment.robustness.RobustnessFigures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Trains detectors, and a linear classifier on the same features as a baseline: one layer without spikes, on the mean over
 * time. Both get a threshold, if it is asked for, and are evaluated on mixtures, and on mixtures of the
 * notes held out. For one use.
 */
final class DetectionRun {

    private final Detection experiment;
    private final TrainingSettings settings;
    private final TrainingProgress progress;
    private final List<TrainingOutcome.Table> tables = new ArrayList<>();
    private final List<String> summary = new ArrayList<>();
    private final ObjectNode result = JsonNodeFactory.instance.objectNode();
    private MixtureSamples mixtures;

    DetectionRun(Detection experiment, TrainingSettings settings, TrainingProgress progress) {
        this.experiment = experiment;
        this.settings = settings;
        this.progress = progress;
    }

    TrainingOutcome run() throws InputException {
        DetectionTrials trials = new DetectionTrials(experiment);
        progress.advanced("mixing notes", 0);
        mixtures = MixtureSamples.read(experiment);
        DataSet training = DataSet.of(mixtures.training(progress));
        Epochs log = new Epochs();
        Model untuned = log.train(
                        trainer(training, log), fresh(experiment.network().layers()))
                .state()
                .model();
        List<Layer> linear = List.of(new Dense(mixtures.classes().size(), true), Neurons.integrator(0));
        Model untunedBaseline = trainer(training, TrainingListener.NONE)
                .train(fresh(linear))
                .state()
                .model();
        mixtures.classes().forEach(result.putArray("classes")::add);
        List<Sample> tuning = experiment.fitsThreshold()
                ? mixtures.validation(experiment.augmentation()).orElseThrow()
                : List.of();
        Model detectors = tuned(untuned, tuning, true);
        Model baseline = tuned(untunedBaseline, tuning, false);
        judgeAll(detectors, baseline);
        RobustnessFigures disturbed = trials.run(
                mixtures, samples -> scoresOf(detectors, samples), samples -> scoresOf(baseline, samples), progress);
        return outcome(detectors, log.epochs(), disturbed);
    }

    private Model fresh(List<Layer> layers) {
        return Model.create(
                experiment.network().input(), layers, experiment.head().seed());
    }

    /** The model with a threshold in its biases, fitted on samples; as it is, if there are none. */
    private Model tuned(Model model, List<Sample> samples, boolean told) {
        if (samples.isEmpty()) {
            return model;
        }
        DetectionEvaluation found = DetectionEvaluation.of(model, samples, experiment.training());
        DetectionThreshold threshold = DetectionThreshold.fit(found.labels(), found.scores());
        if (told) {
            double before = found.counts().macroF1();
            double after = DetectionScores.of(found.labels(), threshold.shifted(found.scores()))
                    .macroF1();
            summary.add(String.format(
                    Locale.ROOT,
                    "threshold fitted on %d mixtures of notes held out: macro F1 there %.3f instead of %.3f",
                    samples.size(),
                    after,
                    before));
            result.putObject("threshold")
                    .put("samples", samples.size())
                    .put("macroF1Without", before)
                    .put("macroF1With", after)
                    .put("value", threshold.value());
        }
        double[] thresholds = new double[mixtures.classes().size()];
        Arrays.fill(thresholds, threshold.value());
        return ShiftedReadOut.of(model, thresholds, experiment.features().steps());
    }

    private void judgeAll(Model detectors, Model baseline) throws InputException {
        AugmentationPlan clean = AugmentationPlan.NONE;
        judge("clean", mixtures.test(clean), detectors, baseline);
        Optional<List<Sample>> heldOut = mixtures.validation(clean);
        if (heldOut.isPresent()) {
            String known = experiment.fitsThreshold() ? ", which the threshold was fitted on" : "";
            judge("notes held out" + known, heldOut.get(), detectors, baseline);
        }
    }

    private TrainingOutcome outcome(Model detectors, ArrayNode epochs, RobustnessFigures disturbed) {
        disturbed.putInto(result);
        summary.addAll(disturbed.lines());
        tables.addAll(disturbed.tables());
        List<TrainingOutcome.Chart> charts = new ArrayList<>(List.of(lossChart(epochs)));
        charts.addAll(disturbed.charts());
        result.set("epochs", epochs);
        return new TrainingOutcome(
                experiment,
                Optional.of(new TrainedModel(
                        detectors, mixtures.classes(), experiment.head().document())),
                result,
                charts,
                tables,
                summary,
                List.of(),
                !progress.stopRequested());
    }

    private Trainer trainer(DataSet training, TrainingListener listener) {
        return new Trainer(
                experiment.training().withRunner(new ThreadedTasks(settings.threads())),
                training,
                DataSet.of(List.of()),
                listener);
    }

    private void judge(String conditions, List<Sample> samples, Model detectors, Model baseline) {
        progress.advanced("evaluating the model: " + conditions, 1);
        DetectionScores own = scores(detectors, samples);
        DetectionScores linear = scores(baseline, samples);
        summary.add(String.format(
                Locale.ROOT,
                "%s; linear baseline: macro F1 %.3f",
                DetectionEvaluation.line(conditions, own),
                linear.macroF1()));
        tables.add(table(conditions, own, linear));
        ObjectNode node = result.withArray("trials").addObject().put("conditions", conditions);
        node.set("detectors", DetectionEvaluation.json(own, mixtures.classes()));
        node.set("linearBaseline", DetectionEvaluation.json(linear, mixtures.classes()));
    }

    private double[][] scoresOf(Model model, List<Sample> samples) {
        return DetectionEvaluation.of(model, samples, experiment.training()).scores();
    }

    private DetectionScores scores(Model model, List<Sample> samples) {
        return DetectionEvaluation.of(model, samples, experiment.training()).counts();
    }

    private TrainingOutcome.Table table(String conditions, DetectionScores own, DetectionScores linear) {
        TrainingOutcome.Table alone = DetectionEvaluation.table(conditions, own, mixtures.classes());
        List<String> header = new ArrayList<>(alone.header());
        header.add("F1 of linear baseline");
        List<List<String>> rows = new ArrayList<>();
        for (int c = 0; c < own.classes(); c++) {
            List<String> row = new ArrayList<>(alone.rows().get(c));
            row.add(String.format(Locale.ROOT, "%.3f", linear.f1(c)));
            rows.add(row);
        }
        return new TrainingOutcome.Table(alone.title(), header, rows);
    }

    private static TrainingOutcome.Chart lossChart(ArrayNode epochs) {
        List<Double> losses = new ArrayList<>();
        epochs.forEach(epoch -> losses.add(epoch.path("trainingLoss").asDouble(Double.NaN)));
        return new TrainingOutcome.Chart(
                "Loss", "epoch", "", List.of(EpochCurves.of("training", losses, loss -> loss)));
    }

    /** The epochs of the detectors. */
    private final class Epochs extends TrainingLog {

        Epochs() {
            super(experiment.head(), experiment.training().epochs(), mixtures.classes(), settings, progress);
        }

        @Override
        ObjectNode figures(EpochReport report) {
            ObjectNode node = JsonNodeFactory.instance.objectNode().put("epoch", report.epoch() + 1);
            FiniteNumbers.put(node, "trainingLoss", report.trainingLoss());
            return node;
        }

        @Override
        String text(EpochReport report) {
            return String.format(Locale.ROOT, "loss %.4f", report.trainingLoss());
        }
    }
}
