package ganglion.learning.train;

import ganglion.learning.engine.Engine;
import ganglion.learning.engine.Engine.BatchReport;
import ganglion.learning.engine.Engine.EvaluationStep;
import ganglion.learning.engine.LayerActivity;
import ganglion.learning.sample.Sample;
import java.util.ArrayList;
import java.util.List;

/** Runs a data set through an engine, forward only. */
public final class Evaluator {

    private final int[] labels;
    private final int[] decisions;
    private final double[][] scores;
    private double lossSum;
    private List<LayerActivity> activity = List.of();

    private Evaluator(DataSet data) {
        this.labels = new int[data.size()];
        this.decisions = new int[data.size()];
        this.scores = new double[data.size()][];
    }

    /**
     * Evaluates a data set in batches.
     *
     * @throws IllegalArgumentException if it has no samples
     */
    public static Evaluation evaluate(Engine engine, DataSet data, int batchSize, EvaluationStep step) {
        if (data.size() == 0) {
            throw new IllegalArgumentException("a data set without samples tells nothing about a model");
        }
        Evaluator evaluator = new Evaluator(data);
        for (int first = 0; first < data.size(); first += batchSize) {
            evaluator.run(engine, data, first, Math.min(data.size(), first + batchSize), step);
        }
        return evaluator.result();
    }

    private void run(Engine engine, DataSet data, int first, int end, EvaluationStep step) {
        List<Sample> batch = new ArrayList<>();
        for (int i = first; i < end; i++) {
            batch.add(data.sample(i, 0));
            labels[i] = data.label(i);
        }
        BatchReport report = engine.evaluate(batch, step);
        lossSum += report.loss() * batch.size();
        for (int i = first; i < end; i++) {
            decisions[i] = report.decisions()[i - first];
            scores[i] = report.scores()[i - first];
        }
        activity = LayerActivity.sum(activity, report.activity());
    }

    private Evaluation result() {
        int classes = Math.max(2, scores[0].length);
        for (int label : labels) {
            if (label >= classes) {
                throw new IllegalArgumentException(
                        "a sample is of class " + label + ", but the network tells only " + classes);
            }
        }
        double[] areas = RankStatistic.areasUnderCurve(classes, labels, scores);
        ConfusionMatrix confusion = ConfusionMatrix.of(classes, labels, decisions);
        return new Evaluation(lossSum / labels.length, confusion, areas, activity, labels, decisions, scores);
    }

    /**
     * The result of a model on a data set.
     *
     * @param loss mean over the samples
     * @param confusion decisions by class
     * @param areasUnderCurve by class, each against all others; not a number for a class that has no sample or all
     * @param activity of the layers of neurons, over all samples
     * @param labels class of each sample
     * @param decisions the decision for each sample
     * @param scores scores of the outputs, by sample
     */
    public record Evaluation(
            double loss,
            ConfusionMatrix confusion,
            double[] areasUnderCurve,
            List<LayerActivity> activity,
            int[] labels,
            int[] decisions,
            double[][] scores) {

        /** Takes a copy of the list. */
        public Evaluation {
            activity = List.copyOf(activity);
        }
    }
}
