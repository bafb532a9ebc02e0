package ganglion.learning.fast;

import static ganglion.learning.Closeness.assertRelativelyClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.parallel.TaskRunner;
import ganglion.learning.SnnTorchVectors;
import ganglion.learning.SnnTorchVectors.Case;
import ganglion.learning.engine.Engine.BatchReport;
import ganglion.learning.engine.Engine.TrainingStep;
import ganglion.learning.model.Parameter;
import ganglion.learning.optimiser.Rule.SgdRule;
import ganglion.learning.reference.ReferenceEngine.BatchLoss;
import ganglion.learning.reference.ReferenceNetwork;
import ganglion.learning.reference.layer.Sequence;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.DenseInput;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fast engine agrees with the reference networks wherever rounding cannot flip a spike. */
class FastParityTest {

    private static final double TOLERANCE = 1e-4;
    private static final double SAFE_MARGIN = 1e-4;

    static Stream<Case> networks() {
        return SnnTorchVectors.networks()
                .filter(vector -> vector.document().get("min_threshold_margin").doubleValue() > SAFE_MARGIN
                        // The edge cases hit the threshold exactly, with numbers that floats hold exactly.
                        || vector.id().startsWith("edge"));
    }

    @Test
    void coversMostReferenceNetworks() {
        assertTrue(networks().count() >= 53, "only " + networks().count());
    }

    static List<Sample> samples(Sequence input, int[] labels) {
        List<Sample> samples = new ArrayList<>();
        for (int b = 0; b < input.batch(); b++) {
            float[][] rows = new float[input.steps()][input.size()];
            for (int t = 0; t < input.steps(); t++) {
                for (int i = 0; i < input.size(); i++) {
                    rows[t][i] = (float) input.at(t, b, i);
                }
            }
            samples.add(new Sample(new DenseInput(rows), labels[b]));
        }
        return samples;
    }

    @ParameterizedTest
    @MethodSource("networks")
    void lossAndGradientsAreThoseOfTheReference(Case vector) {
        ReferenceNetwork reference = new ReferenceNetwork(vector.model(), 0);
        BatchLoss expected = BatchLoss.of(reference.forward(vector.input(), true), vector.labels(), vector.loss());
        reference.backward(expected.spikeGradient(), expected.membraneGradient());

        try (FastEngine engine =
                new FastEngine(vector.model(), new SgdRule(1e-9, 0, false, 0), 0, TaskRunner.SEQUENTIAL)) {
            BatchReport report =
                    engine.train(samples(vector.input(), vector.labels()), TrainingStep.of(0, vector.loss(), 1e-9));

            assertEquals(expected.value(), report.loss(), TOLERANCE * (1 + Math.abs(expected.value())));
            List<Parameter> parameters = vector.model().allParameters();
            for (int p = 0; p < parameters.size(); p++) {
                if (parameters.get(p).trainable()) {
                    double[] gradient = reference.allGradients().get(p);
                    assertRelativelyClose(
                            p + " " + parameters.get(p),
                            gradient,
                            engine.gradients().get(p),
                            TOLERANCE);
                }
            }
        }
    }
}
