package ganglion.learning.rule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.learning.rule.RuleClassifier.RuleEvaluation;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.ConstantInput;
import ganglion.learning.sample.Sample.SampleInput;
import ganglion.learning.train.DataSet;
import ganglion.learning.train.Evaluator.Evaluation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures of a classifier whose decisions and scores are what its samples say. */
class RuleEvaluationTest {

    /** The first value of a sample is the decision, the others are the scores. */
    private static final RuleClassifier ECHO = new RuleClassifier() {

        @Override
        public List<String> classes() {
            return List.of("a", "b");
        }

        @Override
        public int inputs() {
            return 3;
        }

        @Override
        public Decision decide(SampleInput input) {
            return new Decision((int) input.at(0, 0), new double[] {input.at(0, 1), input.at(0, 2)});
        }
    };

    private static Sample sample(int label, float decision, float scoreOfA, float scoreOfB) {
        return new Sample(new ConstantInput(new float[] {decision, scoreOfA, scoreOfB}, 1), label);
    }

    @Test
    void decisionsMakeTheConfusionAndScoresTheArea() {
        Evaluation found = RuleEvaluation.of(
                ECHO,
                DataSet.of(List.of(sample(0, 0, 3, 0), sample(0, 1, 1, 2), sample(1, 1, 1, 1), sample(1, 1, 0, 2))));

        assertEquals(0.75, found.confusion().accuracy());
        assertEquals(1, found.confusion().count(0, 1), "one a was taken for b");
        assertEquals(3 / 4.0, found.areasUnderCurve()[0], "leads of a: 3 > 0, 3 > -2, -1 < 0, -1 > -2");
        assertEquals(3 / 4.0, found.areasUnderCurve()[1], "leads of b: 0 > -3, 0 < 1, 2 > -3, 2 > 1");
        assertArrayEquals(new int[] {0, 1, 1, 1}, found.decisions());
        assertArrayEquals(new double[] {1, 2}, found.scores()[1]);
        assertTrue(Double.isNaN(found.loss()), "a rule has none");
    }
}
