package ganglion.scenario.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What several seeds come to together, with numbers worked out by hand. */
class SeedStatisticsTest {

    private static final double NONE = -1;

    private static TrainingOutcome outcome(long seed, double validation, double loss, double test, String... warnings) {
        ObjectNode result = JsonNodeFactory.instance.objectNode().put("bestEpoch", 1 + (int) seed);
        if (validation != NONE) {
            result.putObject("validation").put("accuracy", validation).put("loss", loss);
        }
        result.putObject("test").put("accuracy", test);
        ExperimentHead head = new ExperimentHead(Path.of("e.yaml"), null, "e", "classification", "", seed, "{}");
        Experiment experiment = () -> head;
        return new TrainingOutcome(
                experiment, Optional.empty(), result, List.of(), List.of(), List.of(), List.of(warnings), true);
    }

    @Test
    void tellsMeanDeviationLeastAndLargest() {
        TrainingOutcome together = SeedStatistics.of(
                List.of(outcome(1, 0.9, 1, 0.8), outcome(2, 0.7, 1, 0.6), outcome(3, 0.8, 1, 1.0)), true);

        JsonNode test = together.result().at("/accuracy/test");
        assertEquals(0.8, test.get("mean").asDouble(), 1e-12);
        assertEquals(0.2, test.get("standardDeviation").asDouble(), 1e-12, "squares 0, 0.04 and 0.04 over 3 - 1");
        assertEquals(0.6, test.get("min").asDouble());
        assertEquals(1.0, test.get("max").asDouble());
        assertEquals(
                0.1,
                together.result().at("/accuracy/validation/standardDeviation").asDouble(),
                1e-12);
        assertEquals(
                "test, 3 seeds: accuracy mean 80.00 %, standard deviation 20.00 %, from 60.00 % to 100.00 %",
                together.summary().get(1));
        assertEquals(
                List.of("2", "3", "70.00 %", "60.00 %"),
                together.tables().get(0).rows().get(1));
        assertTrue(together.complete());
    }

    @Test
    void theBestIsThatOfValidationAndNotOfTheTest() {
        TrainingOutcome together = SeedStatistics.of(List.of(outcome(1, 0.9, 1, 0.5), outcome(2, 0.8, 0.1, 1.0)), true);

        assertEquals(1, together.result().get("bestSeed").asLong());
    }

    @Test
    void ofEqualAccuraciesTheLowerLossIsBetterAndThenTheFirst() {
        assertEquals(
                2,
                SeedStatistics.best(List.of(outcome(1, 0.9, 1, 0), outcome(2, 0.9, 0.5, 0), outcome(3, 0.9, 0.5, 0)))
                        .experiment()
                        .head()
                        .seed());
        assertEquals(
                5,
                SeedStatistics.best(List.of(outcome(5, NONE, 0, 0.1), outcome(6, NONE, 0, 0.9)))
                        .experiment()
                        .head()
                        .seed(),
                "without validation the test must not choose");
    }

    @Test
    void aFigureThatSomeSeedsLackIsTakenOverTheOthers() {
        TrainingOutcome together = SeedStatistics.of(List.of(outcome(1, NONE, 1, 0.6), outcome(2, 0.9, 1, 0.8)), true);

        assertEquals(0.9, together.result().at("/accuracy/validation/mean").asDouble());
        assertTrue(
                together.result().at("/accuracy/validation/standardDeviation").isNull(), "a single value");
        assertEquals(
                List.of("1", "2", "", "60.00 %"),
                together.tables().get(0).rows().get(0));
        assertFalse(together.result().at("/seeds/0").has("validationAccuracy"));
        assertTrue(together.result().at("/seeds/1").has("validationAccuracy"));
    }

    @Test
    void warningsKeepTheOrderOfTheSeeds() {
        TrainingOutcome together =
                SeedStatistics.of(List.of(outcome(7, 0.5, 1, 0.5, "a", "b"), outcome(3, 0.5, 1, 0.5, "c")), true);

        assertEquals(List.of("seed 7: a", "seed 7: b", "seed 3: c"), together.warnings());
    }

    @Test
    void saysWithHowManySeedsTheNetworkIsNotBetterThanTheBaseline() {
        TrainingOutcome worse = outcome(1, NONE, 1, 0.6);
        TrainingOutcome better = outcome(2, NONE, 1, 0.8);
        for (TrainingOutcome each : List.of(worse, better)) {
            ((ObjectNode) each.result().get("test")).putObject("baseline").put("accuracy", 0.6);
        }

        assertTrue(SeedStatistics.of(List.of(worse, better), true)
                .summary()
                .contains("test: the network is not better than the naive baseline with 1 of the 2 seeds"));
        assertFalse(
                SeedStatistics.of(List.of(better), true).summary().toString().contains("not better"));
    }
}
