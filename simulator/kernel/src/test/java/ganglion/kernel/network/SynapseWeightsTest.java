package ganglion.kernel.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The layouts of weights, each against a plain array of the same weights. */
class SynapseWeightsTest {

    /** Two cache lines of the weights of four bytes, four of those of eight. */
    private static final int COUNT = 32;

    /** Weights of both signs, or of one sign if there is only one weight. */
    enum Kind {
        SHARED_POSITIVE(SynapseWeights.Shared.class, i -> 0.1),
        SHARED_NEGATIVE(SynapseWeights.Shared.class, i -> -0.7),
        FLOATS(SynapseWeights.Floats.class, i -> (i % 3 - 1.5) * (i + 1)),
        DOUBLES(SynapseWeights.Doubles.class, i -> Math.sin(i + 1) / 3);

        private final Class<?> layout;
        private final IntToDoubleFunction weights;

        Kind(Class<?> layout, IntToDoubleFunction weights) {
            this.layout = layout;
            this.weights = weights;
        }

        double weight(int i) {
            return weights.applyAsDouble(i);
        }

        double[] array() {
            double[] array = new double[COUNT];
            Arrays.setAll(array, weights);
            return array;
        }

        SynapseWeights weights() {
            return SynapseWeights.of(array());
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesTheSmallestLayoutThatHoldsTheWeightsExactly(Kind kind) {
        SynapseWeights weights = kind.weights();

        assertInstanceOf(kind.layout, weights);
        for (int i = 0; i < COUNT; i++) {
            assertEquals(kind.weight(i), weights.at(i));
        }
    }

    /** Zero has two representations, and a weight of zero of either sign must come back as it was given. */
    @Test
    void keepsTheSignOfZero() {
        assertEquals(-0.0, SynapseWeights.of(new double[] {-0.0, -0.0}).at(1));
        assertEquals(-0.0, SynapseWeights.of(new double[] {0.0, -0.0}).at(1));
        assertEquals(0.0, SynapseWeights.of(new double[] {0.0, -0.0}).at(0));
    }

    /** Unsigned, since the delay in the highest bits may set the sign. The row ends where the caller says. */
    @ParameterizedTest
    @EnumSource
    void addsAheadTheSynapsesBelowALimitAndStopsAtTheEndOfTheRow(Kind kind) {
        SynapseWeights weights = kind.weights();
        int[] packed = {5, 9, 0x7FFFFFFF, 0x80000000, 0xFFFFFFF0, 1, 2, 3};

        assertEquals(0, addedAhead(kind, weights, packed, 5, 5));
        assertEquals(2, addedAhead(kind, weights, packed, 10, 5));
        assertEquals(3, addedAhead(kind, weights, packed, 0x80000000, 5));
        assertEquals(4, addedAhead(kind, weights, packed, 0x80000001, 5));
        assertEquals(5, addedAhead(kind, weights, packed, 0xFFFFFFFF, 5));
        assertEquals(1, addedAhead(kind, weights, packed, 0xFFFFFFFF, 1));
        assertEquals(0, addedAhead(kind, weights, packed, 0xFFFFFFFF, 0));
    }

    /** Adds to a ring, compares every slot, and returns how many synapses were added. */
    private static int addedAhead(Kind kind, SynapseWeights weights, int[] packed, int limit, int end) {
        double[] ring = new double[16];
        int reached = weights.deliverAheadBelow(limit, packed, 0, end, ring, 6);
        double[] expected = new double[16];
        for (int i = 0; i < reached; i++) {
            expected[packed[i] + 6 & 15] += kind.weight(i);
        }
        assertArrayEquals(expected, ring);
        return reached;
    }

    private static WeightSurvey survey(double... weights) {
        WeightSurvey survey = new WeightSurvey();
        survey.add(weights, weights.length);
        return survey;
    }

    private static WeightSurvey joined(WeightSurvey first, WeightSurvey second) {
        first.add(second);
        return first;
    }

    @Test
    void joinsSurveysOfPartsAsIfOneHadSeenAll() {
        assertTrue(joined(survey(2, 2), survey(2)).allAlike());
        assertFalse(joined(survey(2, 2), survey(3, 3)).allAlike());
        assertFalse(joined(survey(2, 2), survey(2, 3)).allAlike());
        assertFalse(joined(survey(2, 3), survey(2, 2)).allAlike());
        assertTrue(joined(survey(2, 2), survey()).allAlike());
        assertEquals(3, joined(survey(), survey(3, 3)).first());
        assertTrue(joined(survey(1, 2), survey(0.5)).allFloats());
        assertFalse(joined(survey(1, 2), survey(0.5, 0.1)).allFloats());
        assertFalse(joined(survey(0.1), survey(1, 2)).allFloats());
    }

    @Test
    void looksOnlyAtTheWeightsThatARowHas() {
        WeightSurvey survey = new WeightSurvey();
        survey.add(new double[] {2, 2, 0.1}, 2);

        assertTrue(survey.allAlike());
        assertTrue(survey.allFloats());
    }
}
