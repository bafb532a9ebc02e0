package ganglion.learning.rule;

import ganglion.learning.engine.LayerActivity;
import ganglion.learning.sample.Sample;
import ganglion.learning.train.ConfusionMatrix;
import ganglion.learning.train.DataSet;
import ganglion.learning.train.Evaluator.Evaluation;
import ganglion.learning.train.RankStatistic;
import java.util.List;

/** Tries classifiers that learned by a rule. */
public final class RuleEvaluation {

    private static final List<LayerActivity> NO_LAYERS = List.of();

    private RuleEvaluation() {}

    /**
     * The result of a classifier on samples. A rule has no loss: it is not a number.
     *
     * @param samples at least one, of the classifier's classes
     */
    public static Evaluation of(RuleClassifier classifier, DataSet samples) {
        int count = samples.size();
        int classes = classifier.classes().size();
        int[] labels = new int[count];
        int[] decisions = new int[count];
        double[][] scores = new double[count][];
        for (int i = 0; i < count; i++) {
            Sample sample = samples.sample(i, 0);
            RuleClassifier.Decision decision = classifier.decide(sample.input());
            labels[i] = sample.label();
            decisions[i] = decision.label();
            scores[i] = decision.scores();
        }
        double[] areas = RankStatistic.areasUnderCurve(classes, labels, scores);
        ConfusionMatrix confusion = ConfusionMatrix.of(classes, labels, decisions);
        return new Evaluation(Double.NaN, confusion, areas, NO_LAYERS, labels, decisions, scores);
    }
}
