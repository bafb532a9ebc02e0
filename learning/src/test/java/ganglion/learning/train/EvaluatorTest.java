package ganglion.learning.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.learning.engine.Engine;
import ganglion.learning.engine.Engine.EvaluationStep;
import ganglion.learning.engine.ReadOut;
import ganglion.learning.loss.Loss.CrossEntropyMeanMembrane;
import ganglion.learning.model.Dense;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.reference.ReferenceNetwork;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.ConstantInput;
import ganglion.learning.train.Evaluator.Evaluation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Evaluation in batches, and what is read from scores. */
class EvaluatorTest {

    private static final EvaluationStep STEP =
            new EvaluationStep(new CrossEntropyMeanMembrane(), ReadOut.MEAN_MEMBRANE);

    /** A network whose potentials are its inputs. */
    private static Model identity() {
        Model model = Model.create(LayerShape.of(2), List.of(new Dense(2, false), Neurons.integrator(0)), 1);
        System.arraycopy(
                new double[] {1, 0, 0, 1}, 0, model.parameter(0, "weight").values(), 0, 4);
        return model;
    }

    private static DataSet samples() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            samples.add(new Sample(new ConstantInput(new float[] {i, 3}, 2), i % 3 == 0 ? 0 : 1));
        }
        return DataSet.of(samples);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100})
    void theSizeOfBatchesDoesNotMatter(int batchSize) {
        Engine engine = new ReferenceNetwork(identity());
        Evaluation found = Evaluator.evaluate(engine, samples(), batchSize, STEP);

        assertArrayEquals(new int[] {0, 1, 1, 0, 1, 1, 0}, found.labels());
        assertArrayEquals(new int[] {1, 1, 1, 0, 0, 0, 0}, found.decisions(), "the first of equal scores wins");
        assertArrayEquals(new double[] {5, 3}, found.scores()[5]);
        assertEquals(4.0 / 7, found.confusion().accuracy(), 1e-15);
        assertEquals(14, found.activity().get(0).neuronSteps());
        assertEquals(meanLoss(), found.loss(), 1e-12);
    }

    private static double meanLoss() {
        double sum = 0;
        for (int i = 0; i < 7; i++) {
            double own = i % 3 == 0 ? i : 3;
            double other = i % 3 == 0 ? 3 : i;
            sum += Math.log1p(Math.exp(other - own));
        }
        return sum / 7;
    }

    @Test
    void aDataSetWithoutSamplesIsRefused() {
        Engine engine = new ReferenceNetwork(identity());
        assertThrows(IllegalArgumentException.class, () -> Evaluator.evaluate(engine, DataSet.of(List.of()), 1, STEP));
        DataSet third = DataSet.of(List.of(new Sample(new ConstantInput(new float[] {1, 2}, 2), 1)));
        assertEquals(1, Evaluator.evaluate(engine, third, 1, STEP).confusion().total());
    }

    /** Scores of a training that diverged are not numbers. */
    @Test
    void scoresThatAreNotNumbersHaveAnArea() {
        double[] scores = {0.5, Double.NaN, 1, Double.NaN};
        boolean[] belongs = {false, true, true, false};

        double area = RankStatistic.areaUnderCurve(scores, belongs);

        // They count as the highest scores, in the order in which they come.
        assertEquals(0.5, area, 1e-12);
    }
}
