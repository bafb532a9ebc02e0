package ganglion.scenario.experiment.fold;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.documents.quantity.WilsonInterval;
import ganglion.learning.train.ConfusionMatrix;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.ExperimentData.Fold;
import ganglion.scenario.experiment.LabelledExperiment;
import ganglion.scenario.experiment.data.ExperimentSamples;
import ganglion.scenario.experiment.outcome.SeedFigure;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingOutcome.Table;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.robustness.BaselineFigures;
import ganglion.scenario.experiment.robustness.RobustnessFigures;
import ganglion.scenario.experiment.run.EvaluationJson;
import ganglion.scenario.experiment.run.EvaluationText;
import ganglion.scenario.experiment.run.ExperimentRunner;
import ganglion.scenario.experiment.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Trains an experiment once for each part of its training set, and tests it on that part: each sample is decided once, by a network
 * that has learned from no sample of its group. The test set of the experiment plays no role.
 */
public final class CrossValidation {

    /** Most parts of a training set. */
    public static final int MOST_FOLDS = 1000;

    private CrossValidation() {}

    /**
     * Looks whether an experiment can be cross-validated.
     *
     * @throws InputException if its task has no classes, or the samples to hold out are named
     */
    public static void check(Experiment experiment) throws InputException {
        if (!(experiment instanceof LabelledExperiment labelled)) {
            throw new InputException(
                    "--cross-validate",
                    "found an experiment of the task " + experiment.head().task() + ", expected "
                            + Tasks.wordsOf(LabelledExperiment.class));
        }
        if (labelled.data().holdOut().isPresent()
                && !labelled.data().holdOut().get().groups().isEmpty()) {
            throw new InputException(experiment
                    .head()
                    .problem(
                            labelled.data().holdOut().get().pointer() + "/groups",
                            "found groups to hold out, expected a share, because a cross-validation divides"
                                    + " all groups"));
        }
    }

    /**
     * Trains and tests each part, or fewer if the progress requests a stop; at least one. All divisions are checked before the first
     * training, so that no part is lost to a later one that has nothing to learn from.
     *
     * @param folds number of parts, at least 2
     * @param threads number of threads; changes no result
     * @throws InputException if the data cannot be used, or there are fewer groups than parts
     */
    public static TrainingOutcome run(Experiment experiment, int folds, int threads, TrainingProgress progress)
            throws InputException {
        check(experiment);
        LabelledExperiment labelled = (LabelledExperiment) experiment;
        ExperimentSamples.checkFolds(labelled, folds);
        TrainingSettings settings = new TrainingSettings(threads, Optional.empty(), Optional.empty());
        List<TrainingOutcome> each = new ArrayList<>();
        for (int fold = 0; fold < folds && (each.isEmpty() || !progress.stopRequested()); fold++) {
            progress.foldStarted(fold + 1, folds);
            LabelledExperiment part = labelled.withData(labelled.data().withFold(new Fold(fold, folds)));
            each.add(ExperimentRunner.run(part, settings, progress));
        }
        return new CrossValidationResult(experiment, folds, each).outcome();
    }

    /** What the parts of a cross-validation gave, one by one and together. */
    private static final class CrossValidationResult {

        /** Most groups of a part that are named. */
        private static final int GROUPS = 3;

        private static final String ALL = "all parts";

        private final Experiment experiment;
        private final int folds;
        private final List<TrainingOutcome> each;
        private final List<String> classes;
        private final ConfusionMatrix pooled;

        /** @param each the outcome of each part, in order; at least one */
        CrossValidationResult(Experiment experiment, int folds, List<TrainingOutcome> each) {
            this.experiment = experiment;
            this.folds = folds;
            this.each = List.copyOf(each);
            List<String> names = new ArrayList<>();
            each.get(0).result().at("/data/classes").forEach(name -> names.add(name.asText()));
            this.classes = List.copyOf(names);
            this.pooled = pooled();
        }

        TrainingOutcome outcome() {
            boolean complete = each.size() == folds && each.stream().allMatch(TrainingOutcome::complete);
            List<Table> tables = new ArrayList<>(List.of(foldTable()));
            tables.addAll(EvaluationText.tables(ALL, pooled, classes));
            tables.addAll(robustness().tables());
            return new TrainingOutcome(
                    experiment,
                    Optional.empty(),
                    document(complete),
                    robustness().charts(),
                    tables,
                    summary(),
                    warnings(),
                    complete);
        }

        /** What was decided under disturbances, in all parts together. */
        private RobustnessFigures robustness() {
            return RobustnessFigures.sum(
                    ALL,
                    each.stream()
                            .map(outcome -> RobustnessFigures.in(outcome.result()))
                            .toList());
        }

        /** The naive baseline in all parts together; absent, if the task has none. */
        private Optional<BaselineFigures> baseline() {
            int correct = 0;
            for (TrainingOutcome outcome : each) {
                if (!outcome.result().at("/test/baseline").isObject()) {
                    return Optional.empty();
                }
                correct += BaselineFigures.in((ObjectNode) outcome.result().path("test"))
                        .correct();
            }
            return Optional.of(new BaselineFigures(pooled.total(), correct));
        }

        private ConfusionMatrix pooled() {
            int[][] counts = new int[classes.size()][classes.size()];
            for (TrainingOutcome outcome : each) {
                JsonNode rows = outcome.result().at("/test/confusion");
                for (int row = 0; row < counts.length; row++) {
                    for (int column = 0; column < counts.length; column++) {
                        counts[row][column] += rows.path(row).path(column).asInt();
                    }
                }
            }
            return new ConfusionMatrix(counts);
        }

        private double[] accuracies() {
            return each.stream()
                    .mapToDouble(
                            outcome -> outcome.result().at("/test/accuracy").asDouble())
                    .toArray();
        }

        private List<String> summary() {
            List<String> summary = new ArrayList<>();
            summary.add("cross-validation, " + each.size() + " parts by group: " + EvaluationText.line(pooled));
            baseline().ifPresent(naive -> summary.add(naive.line(ALL, pooled.accuracy())));
            summary.addAll(robustness().lines());
            if (each.size() > 1) {
                summary.add(SeedFigure.spread("accuracy of a part:", accuracies(), SeedFigure.Format.PERCENT));
            }
            return summary;
        }

        private List<String> warnings() {
            List<String> warnings = new ArrayList<>();
            if (experiment instanceof Classification classification && classification.calibrated()) {
                warnings.add("calibrate is left out: no part is held out to fit a temperature on");
            }
            for (int fold = 0; fold < each.size(); fold++) {
                for (String warning : each.get(fold).warnings()) {
                    warnings.add("part " + (fold + 1) + ": " + warning);
                }
            }
            return warnings;
        }

        private Table foldTable() {
            List<List<String>> rows = new ArrayList<>();
            for (int fold = 0; fold < each.size(); fold++) {
                JsonNode result = each.get(fold).result();
                List<String> groups = new ArrayList<>();
                result.at("/data/foldGroups").forEach(group -> groups.add(group.asText()));
                rows.add(row(
                        Integer.toString(fold + 1),
                        groups.size() > GROUPS ? groups.size() + " groups" : String.join(", ", groups),
                        result.path("bestEpoch").asText("-"),
                        result.at("/test/samples").asInt(),
                        result.at("/test/accuracy").asDouble(),
                        result.at("/test/meanF1").asDouble()));
            }
            rows.add(row("all", "", "", pooled.total(), pooled.accuracy(), pooled.meanF1()));
            return new Table(
                    "Parts, each decided by a network that learned from the others",
                    List.of("part", "groups", "best epoch", "samples", "accuracy", "95 %", "mean F1"),
                    rows);
        }

        private static List<String> row(
                String part, String groups, String epoch, int samples, double accuracy, double meanF1) {
            return List.of(
                    part,
                    groups,
                    epoch,
                    Integer.toString(samples),
                    EvaluationText.percent(accuracy),
                    WilsonInterval.of(accuracy, samples).percent(),
                    String.format(Locale.ROOT, "%.3f", meanF1));
        }

        private ObjectNode document(boolean complete) {
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            result.put("complete", complete);
            ObjectNode section = result.putObject("crossValidation").put("parts", folds);
            classes.forEach(section.putArray("classes")::add);
            ArrayNode list = section.putArray("folds");
            for (int fold = 0; fold < each.size(); fold++) {
                JsonNode of = each.get(fold).result();
                ObjectNode node = list.addObject().put("fold", fold + 1);
                node.set("groups", of.at("/data/foldGroups"));
                if (of.has("bestEpoch")) {
                    node.set("bestEpoch", of.get("bestEpoch"));
                }
                for (String key :
                        List.of("samples", "accuracy", "accuracyInterval", "balancedAccuracy", "meanF1", "decisions")) {
                    node.set(key, of.at("/test/" + key));
                }
            }
            section.set("accuracy", SeedFigure.statistics(accuracies()));
            ObjectNode all = section.putObject("pooled");
            EvaluationJson.put(all, pooled, classes);
            baseline().ifPresent(naive -> naive.putInto(all));
            robustness().putInto(result);
            return result;
        }
    }
}
