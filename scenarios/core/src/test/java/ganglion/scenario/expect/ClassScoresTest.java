package ganglion.scenario.expect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.scenario.model.ReadOutRule;
import ganglion.scenario.model.ReadOutRule.Score;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ClassScoresTest {

    private static final double ROUNDING = 1e-12;

    private static ClassScores of(Score score, double... scores) {
        return new ClassScores(new ReadOutRule(score, 0, 0, List.of()), List.of("a", "b", "c"), scores, 10);
    }

    @ParameterizedTest
    @EnumSource(
            value = Score.class,
            names = {"MOST_SPIKES", "SPIKE_COUNT", "VOTES"})
    void ofCountsTheShareOfTheHighestCounts(Score score) {
        assertEquals(0.6, of(score, 3, 6, 1).confidence().orElseThrow(), ROUNDING);
        assertTrue(of(score, 0, 0, 0).confidence().isEmpty(), "nothing fired");
    }

    @ParameterizedTest
    @EnumSource(
            value = Score.class,
            names = {"SPIKE_COUNT", "FIRST_SPIKE", "MEAN_MEMBRANE"})
    void withATemperatureTheSoftMaximumCountsWhateverTheScores(Score score) {
        double expected = Math.exp(1.5) / (Math.exp(1.5) + Math.exp(0.5) + 1);

        assertEquals(
                expected, of(score, 3, 1, 0).confidence(OptionalDouble.of(2)).orElseThrow(), ROUNDING);
    }

    @ParameterizedTest
    @EnumSource(
            value = Score.class,
            names = {"MEAN_MEMBRANE", "MAX_MEMBRANE"})
    void ofPotentialsTheSoftMaximumCounts(Score score) {
        double expected = Math.exp(2) / (Math.exp(2) + Math.exp(-1) + 1);

        assertEquals(expected, of(score, 2, -1, 0).confidence().orElseThrow(), ROUNDING);
        assertEquals(1, of(score, 2000, -1000, 0).confidence().orElseThrow(), ROUNDING);
    }

    @Test
    void mostSpikesOfASingleNeuronAreACountLikeAnyOther() {
        ReadOutRule rule = ReadOutRule.MOST_SPIKES;

        assertTrue(new ClassScores(rule, List.of("a"), new double[] {0}, 10)
                .confidence()
                .isEmpty());
        assertEquals(
                1,
                new ClassScores(rule, List.of("a"), new double[] {3}, 10)
                        .confidence()
                        .orElseThrow());
    }

    @Test
    void withoutTicksThereIsNoConfidence() {
        ReadOutRule rule = new ReadOutRule(Score.MEAN_MEMBRANE, 0, 0, List.of());

        assertTrue(new ClassScores(rule, List.of("a", "b"), new double[] {Double.NaN, Double.NaN}, 0)
                .confidence()
                .isEmpty());
    }

    @Test
    void withoutATemperatureAFirstSpikeSaysNothingOfHowSureItIs() {
        assertTrue(of(Score.FIRST_SPIKE, 7, 3, 0).confidence().isEmpty());
    }

    @Test
    void aSingleNeuronThatCountsFiresOrDoesNot() {
        ReadOutRule rule = new ReadOutRule(Score.SPIKE_COUNT, 0, 0, List.of("no", "yes"));

        assertEquals(
                0.8,
                new ClassScores(rule, rule.classes(), new double[] {2}, 10)
                        .confidence()
                        .orElseThrow(),
                ROUNDING);
        assertEquals(Map.of("yes", 2.0), new ClassScores(rule, rule.classes(), new double[] {2}, 10).byClass());
        ReadOutRule potential = new ReadOutRule(Score.MEAN_MEMBRANE, 0, 0, List.of("no", "yes"));
        assertTrue(new ClassScores(potential, potential.classes(), new double[] {2}, 10)
                .confidence()
                .isEmpty());
    }
}
