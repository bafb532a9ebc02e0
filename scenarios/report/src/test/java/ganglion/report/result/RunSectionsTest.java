package ganglion.report.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.hardware.metrics.NumberInput;
import ganglion.report.run.TinyScenario;
import ganglion.report.spikes.RecordedSpikes;
import ganglion.scenario.result.ScenarioRun;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbers of result.json against those of the run that they come from. */
class RunSectionsTest {

    @TempDir
    private Path folder;

    private TinyScenario scenario() {
        return new TinyScenario(folder);
    }

    @Test
    void timesCountsAndHashAreThoseOfTheRun() throws Exception {
        ScenarioRun run = scenario().run();

        JsonNode section = RunSection.run(run);
        assertEquals(0.001, section.path("tickSeconds").asDouble());
        assertEquals(100, section.path("ticks").asInt());
        assertEquals(0.1, section.path("durationSeconds").asDouble(), 1e-12);
        assertTrue(section.path("complete").asBoolean());
        JsonNode activity = RunSection.activity(run.result().activity());
        // Two taps, each with two synapses, and two spikes of A.
        assertEquals(4, activity.path("spikes").asInt());
        assertEquals(4, activity.path("synapticEvents").asInt());
        RecordedSpikes spikes = RecordedSpikes.of(run);
        assertEquals(
                spikes.hash(),
                RunSection.raster(spikes, "spikes.csv", spikes.hash())
                        .path("sha256")
                        .asText());
        assertEquals(
                spikes.count(),
                RunSection.raster(spikes, "spikes.csv", spikes.hash())
                        .path("spikes")
                        .asLong());
    }

    @Test
    void anExpectationThatFailsKeepsItsPlaceAndBothValues() throws Exception {
        ScenarioRun run = scenario().with("equals: 2", "equals: 3").run();

        JsonNode outcome = RunSection.expectations(run).get(0);

        assertEquals("/expect/0", outcome.path("pointer").asText());
        assertFalse(outcome.path("passed").asBoolean());
        assertEquals("2", outcome.path("found").asText());
        assertEquals("3", outcome.path("expected").asText());
        assertTrue(outcome.path("departure").isMissingNode(), "a number has no raster");
        assertFalse(RunSection.verdict(Verdict.of(run)).path("passed").asBoolean());
    }

    @Test
    void aDecisionHasTheSpikesOfAllNeuronsThatCouldWin() throws Exception {
        ScenarioRun run = scenario().run();

        JsonNode decision = DecisionSection.decisions(run).get(0);

        assertEquals("A", decision.path("winner").asText());
        assertEquals("[2,0]", decision.path("spikeCounts").toString());
        assertEquals(2, decision.path("totalSpikes").asInt());
        assertEquals(0.011, decision.path("firstSpikeLatencySeconds").asDouble(), 1e-12);
        double chip = Arrays.stream(run.costs().get(0).timing().tickSeconds()).sum();
        assertEquals(chip, decision.at("/chipSeconds/loihi").asDouble(), 1e-15);
    }

    @Test
    void constantWeightsHaveNoSectionAndPlasticOnesHaveTheirChange() throws Exception {
        assertTrue(NetworkSection.WeightSection.of(scenario().run(), 0).isEmpty());

        ScenarioRun plastic = scenario()
                .with("weights: [[1, 0.5]]}", "weights: [[1, 0.5]], plasticity: {stdp: {largest-weight: 2}}}")
                .run();
        JsonNode section = NetworkSection.WeightSection.of(plastic, 0).orElseThrow();

        assertEquals(0.75, section.at("/atStart/mean").asDouble(), 1e-12);
        assertEquals(0.25, section.at("/atStart/standardDeviation").asDouble(), 1e-12);
        double[] atEnd = plastic.result().weights().get(0).byPosition();
        assertEquals(
                Arrays.stream(atEnd).average().orElseThrow(),
                section.at("/atEnd/mean").asDouble(),
                1e-12);
        assertEquals(
                Arrays.stream(atEnd).max().orElseThrow(),
                section.at("/atEnd/largest").asDouble());
        assertTrue(atEnd[0] != 1, "the synapse to the neuron that fires has changed");
    }

    @Test
    void populationsHaveTheirRateAndWhetherTheyAreRecorded() throws Exception {
        JsonNode network = NetworkSection.of(scenario().run(), List.of());

        assertEquals(3, network.path("neurons").asInt());
        assertEquals(2, network.path("synapses").asInt());
        // Two spikes of two neurons in 0.1 s.
        assertEquals(10, network.at("/populations/1/meanRateHertz").asDouble(), 1e-9);
        assertEquals("[\"A\",\"B\"]", network.at("/populations/1/labels").toString());
        assertTrue(network.at("/projections/0/weights").isMissingNode());
        assertEquals("taps", network.at("/projections/0/source").asText());
        assertTrue(network.path("numberInputs").isMissingNode());
    }

    @Test
    void inputsOfNumbersAreListed() throws Exception {
        NumberInput ear = new NumberInput("ear", "out", 3, 2, 5, 4, new long[] {5, 5, 4, 4});

        JsonNode inputs = NetworkSection.of(scenario().run(), List.of(ear)).path("numberInputs");

        assertEquals(
                "[{\"source\":\"ear\",\"target\":\"out\",\"sources\":3,\"targets\":2,\"nonZeroWeights\":5,\"frames\":4,"
                        + "\"effectiveMultiplyAccumulates\":18,\"denseMultiplyAccumulates\":24}]",
                inputs.toString());
    }
}
