package ganglion.scenario.experiment.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.learning.file.ModelFiles.SavedModel;
import ganglion.learning.train.DataSet;
import ganglion.learning.train.Evaluator.Evaluation;
import ganglion.scenario.experiment.LabelledExperiment;
import ganglion.scenario.experiment.data.Examples;
import ganglion.scenario.experiment.data.ExperimentSamples;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.robustness.BaselineFigures;
import ganglion.scenario.experiment.robustness.RobustnessFigures;
import ganglion.scenario.experiment.robustness.RobustnessTrials;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the training of a classifier tells, whatever it is that has learned: the sections of its result, its tables, and its summary. For one
 * use.
 */
public final class ClassifierReport {

    /** What a kind of classifier tells of a data set besides. */
    public interface Addition {

        /**
         * Adds to the section of a result and to the lines of the summary.
         *
         * @param examples the data set
         */
        void add(Evaluation found, Examples examples, ObjectNode section, List<String> lines);
    }

    private final LabelledExperiment experiment;
    private final ExperimentSamples samples;
    private final RobustnessTrials.Outcome tried;
    private final ObjectNode result = JsonNodeFactory.instance.objectNode();
    private final List<TrainingOutcome.Table> tables = new ArrayList<>();
    private final List<String> summary = new ArrayList<>();

    /** @param tried what the classifier does under disturbances, and the naive baseline */
    public ClassifierReport(LabelledExperiment experiment, ExperimentSamples samples, RobustnessTrials.Outcome tried) {
        this.experiment = experiment;
        this.samples = samples;
        this.tried = tried;
        result.put("complete", true); // first, until it is known
        result.set("data", data(samples));
        tellMerged("training", samples.training());
        tellMerged("validation", samples.validation());
        tellMerged("test", samples.test());
    }

    private void tellMerged(String set, Examples examples) {
        if (examples.merged() > 0) {
            summary.add(set + ": " + examples.merged() + " of " + examples.spikes()
                    + " spikes share their input and step with another and were merged");
        }
    }

    /** The names of the classes, and the sizes of the sets. */
    static ObjectNode data(ExperimentSamples samples) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        samples.classes().forEach(data.putArray("classes")::add);
        putSizes(data, "training", samples.training(), samples.classes());
        putSizes(data, "validation", samples.validation(), samples.classes());
        putSizes(data, "test", samples.test(), samples.classes());
        return data;
    }

    private static void putSizes(ObjectNode data, String name, Examples examples, List<String> classes) {
        int[] counts = new int[classes.size()];
        for (int i = 0; i < examples.size(); i++) {
            counts[examples.label(i)]++;
        }
        ObjectNode set = data.putObject(name).put("samples", examples.size());
        if (examples.spikes() > 0) {
            set.put("spikes", examples.spikes()).put("mergedSpikes", examples.merged());
        }
        ObjectNode byClass = set.putObject("byClass");
        for (int c = 0; c < counts.length; c++) {
            byClass.put(classes.get(c), counts[c]);
        }
    }

    /** The result so far, for further sections. */
    public ObjectNode result() {
        return result;
    }

    /** Adds a line to the summary. */
    public void line(String text) {
        summary.add(text);
    }

    /** Tells how a classifier decides the validation set and the test set, where they are, beside the naive baseline. */
    public void validationAndTest(Function<DataSet, Evaluation> classifier, Addition addition) {
        tell("validation", samples.validation(), classifier, tried.validation(), addition);
        tell("test", samples.test(), classifier, tried.test(), addition);
    }

    private void tell(
            String set,
            Examples examples,
            Function<DataSet, Evaluation> classifier,
            Optional<BaselineFigures> baseline,
            Addition addition) {
        if (examples.size() == 0) {
            result.putNull(set);
            return;
        }
        Evaluation found = classifier.apply(examples);
        ObjectNode section = EvaluationJson.of(found, samples.classes(), examples.names());
        summary.add(EvaluationText.line(set, found));
        baseline.ifPresent(naive -> {
            naive.putInto(section);
            summary.add(naive.line(set, found.confusion().accuracy()));
        });
        List<String> lines = new ArrayList<>();
        addition.add(found, examples, section, lines);
        lines.forEach(line -> summary.add(set + ": " + line));
        tables.addAll(EvaluationText.tables(set, found, samples.classes()));
        result.set(set, section);
    }

    /**
     * The outcome, once everything is told.
     *
     * @param charts besides those of disturbances, in front of them
     * @param complete whether nothing was left out because a stop was asked for
     */
    public TrainingOutcome outcome(
            SavedModel model,
            List<TrainingOutcome.Chart> charts,
            List<String> warnings,
            WallClock clock,
            boolean complete) {
        RobustnessFigures disturbed = tried.disturbed();
        List<String> told = new ArrayList<>(warnings);
        tried.baseline().ifPresent(baseline -> warnOfSilence(baseline.silentInputs(), told));
        disturbed.putInto(result);
        summary.addAll(disturbed.lines());
        tables.addAll(disturbed.tables());
        result.put("complete", complete);
        result.set("wallClock", clock.json());
        return new TrainingOutcome(
                experiment,
                Optional.of(model),
                result,
                Stream.concat(charts.stream(), disturbed.charts().stream()).toList(),
                tables,
                summary,
                told,
                complete);
    }

    private void warnOfSilence(int silent, List<String> warnings) {
        int inputs = experiment.features().inputs();
        if (experiment.features().areSpikes() && 2 * silent > inputs) {
            warnings.add(silent + " of " + inputs + " inputs never spike in the training set"
                    + (experiment.features().fromSound()
                            ? ": the gain or the encoder of the front end may not suit the sounds (gain: {decibels:"
                                    + " ...} hears soft ones)"
                            : ""));
        }
    }
}
