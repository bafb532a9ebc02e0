package ganglion.learning.rule;

import ganglion.learning.engine.LayerActivity;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.SampleInput;
import ganglion.learning.train.ConfusionMatrix;
import ganglion.learning.train.DataSet;
import ganglion.learning.train.Evaluator.Evaluation;
import ganglion.learning.train.RankStatistic;
import java.util.List;

/** A classifier that has learned by a rule without gradients. */
public interface RuleClassifier {

    /**
     * Decision of a classifier for a sample.
     *
     * @param label number of the class that it is taken for
     * @param scores what speaks for each class, in the rule's own measure; not copied
     */
    record Decision(int label, double[] scores) {}

    /** Names of the classes, by number. */
    List<String> classes();

    /** Number of values, or of channels of spikes, at each step of a sample. */
    int inputs();

    /**
     * Classifies a sample.
     *
     * @throws IllegalArgumentException if the sample has another number of inputs
     */
    Decision decide(SampleInput input);

    /** Ticks of its own clock to a step of a sample. */
    default int ticksPerStep() {
        return 1;
    }

    /** Tries classifiers that learned by a rule. */
    final class RuleEvaluation {

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
}
