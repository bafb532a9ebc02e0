package ganglion.report.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.hardware.estimate.Battery;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.run.ScenarioRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What result.json says of chips, on a run of two layers whose numbers can be counted by hand. */
class CostSectionsTest {

    private static final String SCENARIO = """
            scenario: sections
            clock: {tick: 1 ms, duration: 100 ms}
            inputs: [{name: taps, spikes: taps.csv, size: 1}]
            network:
              populations:
                - {name: hidden, size: 4, model: lif, parameters: {beta: 0, threshold: 1}}
                - {name: out, size: 2, model: lif, parameters: {beta: 0, threshold: 1}, labels: [A, B]}
              projections:
                - {from: taps, to: hidden, weights: 1}
                - {from: hidden, to: out, weights: [[0.3, 0], [0.3, 0], [0.3, 0], [0.3, 0]]}
            decision: {population: out}
            hardware:
            %s
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeTaps() throws Exception {
        Files.writeString(folder.resolve("taps.csv"), "tick,neuron\n10,0\n20,0\n");
    }

    private ScenarioRun run(String hardware) throws Exception {
        Path file = Files.writeString(folder.resolve("s.yaml"), SCENARIO.formatted("  - " + hardware));
        return ScenarioRunner.run(
                ScenarioFiles.read(file, ScenarioOverrides.NONE), new RunSettings(1, 1), RunProgress.NONE);
    }

    private JsonNode profile(String hardware) throws Exception {
        return ProfileSection.all(CostedRun.of(run(hardware))).get(0);
    }

    @Test
    void operationsAreThoseOfRasterAndConnectivity() throws Exception {
        JsonNode operations = profile("loihi").path("operations");

        // Two taps reach four neurons, which fire and reach two each.
        assertEquals(2 * 4 + 8 * 2, operations.path("synaptic-operation").asInt());
        assertEquals(8 + 2, operations.path("spike").asInt());
        assertEquals(2, operations.path("input-spike").asInt());
    }

    @Test
    void placementIsToldCoreByCore() throws Exception {
        JsonNode cores = profile(
                        "{profile: loihi, placement: [{population: hidden, core: 0}, {population: out, core: 4}]}")
                .at("/placement/cores");

        assertEquals(2, cores.size());
        JsonNode first = cores.path(0);
        assertEquals("hidden", first.at("/populations/0/name").asText());
        assertEquals(4, first.at("/populations/0/neurons").asInt());
        assertEquals(8, first.path("messagesSent").asInt());
        assertEquals(2, first.path("messagesReceived").asInt());
    }

    @Test
    void networkThatDoesNotFitIsRefusedWithWhatItWouldTake() throws Exception {
        JsonNode section =
                profile("{profile: odin, placement: [{population: hidden, core: 5}, {population: out, core: 0}]}");

        assertFalse(section.at("/placement/fits").asBoolean());
        assertTrue(section.at("/placement/cores").isEmpty());
        assertTrue(
                section.at("/placement/problems/0").asText().contains("names core 5, there are cores 0 to 0"),
                section::toString);
    }

    @Test
    void conventionalProcessorIsNotPlaced() throws Exception {
        assertTrue(profile("stm32u575").at("/placement/cores").isEmpty());
    }

    @Test
    void totalComesWithItsRange() throws Exception {
        JsonNode energy = profile("spinnaker").path("energy");

        JsonNode interval = energy.path("totalInterval");
        double total = energy.path("totalJoules").asDouble();
        assertTrue(interval.path("lowJoules").asDouble() <= total, energy::toString);
        assertTrue(interval.path("highJoules").asDouble() > total, energy::toString);
    }

    @Test
    void latencyIsToldForTicksSpikesAndDecisions() throws Exception {
        JsonNode section = profile("loihi");

        assertEquals(100, section.at("/latency/count").asInt());
        // Every spike that has a target sends one message: two taps and eight of the hidden layer.
        assertEquals(10, section.at("/spikeLatency/count").asInt());
        assertTrue(section.at("/spikeLatency/p50Seconds").asDouble() < 1e-6);
        assertEquals(1, section.at("/decisionLatency/count").asInt());
        // The winner fires in tick 12; the chip is done with it within a microsecond or two.
        assertEquals(0.012, section.at("/decisionLatency/p50Seconds").asDouble(), 1e-5);
        assertEquals(0, section.at("/decisionLatency/frontEndSeconds").asDouble());
    }

    private JsonNode comparison(String hardware) throws Exception {
        return ComparisonSection.of(CostedRun.of(run(hardware)).comparison(), Optional.of(new Battery(0.23, 3)));
    }

    @Test
    void anEstimateIsTheSumOfItsPartsUnderEachBoundary() throws Exception {
        JsonNode estimate = comparison("stm32u575").at("/estimates/0");

        assertEquals("dense-ticks", estimate.path("computation").asText());
        assertEquals("int8", estimate.path("format").asText());
        assertEquals(0.1, estimate.path("periodSeconds").asDouble(), 1e-12);
        assertTrue(estimate.path("inTime").asBoolean());
        assertEquals(3, estimate.path("energies").size());
        for (JsonNode energy : estimate.path("energies")) {
            double sum = 0;
            for (JsonNode part : energy.path("parts")) {
                sum += part.path("joules").asDouble();
            }
            assertEquals(4, energy.path("parts").size());
            assertEquals(energy.path("joules").asDouble(), sum, 1e-15);
        }
    }

    @Test
    void daysAreThoseThatTheBatteryHolds() throws Exception {
        JsonNode comparison = comparison("stm32u575");
        JsonNode active = comparison.at("/estimates/0/energies/active");

        assertEquals(0.23, comparison.at("/battery/ampereHours").asDouble());
        assertEquals(
                active.path("joules").asDouble() * 864_000,
                active.path("joulesPerDay").asDouble(),
                1e-9);
        assertEquals(
                0.23 * 3600 * 3 / active.path("joulesPerDay").asDouble(),
                active.path("batteryDays").asDouble(),
                1e-9);
        assertFalse(comparison.at("/estimates/0/energies/marginal").has("batteryDays"), "a device at rest draws power");
    }

    @Test
    void anUnknownEnergySaysWhichFigureIsMissing() throws Exception {
        JsonNode energy = comparison("brainscales-2").at("/estimates/0/energies/always-on");

        assertTrue(energy.path("joules").isNull());
        assertTrue(energy.path("joulesPerDay").isNull());
        assertTrue(energy.path("missing").toString().contains("brainscales-2"), energy::toString);
    }

    @Test
    void aRankingPointsAtTheEstimatesOfItsOwnBoundary() throws Exception {
        JsonNode comparison = comparison("loihi\n  - stm32u575\n  - brainscales-2");

        assertEquals(3, comparison.path("rankings").size());
        for (JsonNode ranking : comparison.path("rankings")) {
            String boundary = ranking.path("boundary").asText();
            double last = 0;
            for (JsonNode place : ranking.path("ranked")) {
                JsonNode joules = comparison.at("/estimates/" + place.asInt() + "/energies/" + boundary + "/joules");
                assertTrue(joules.asDouble() > last, ranking::toString);
                last = joules.asDouble();
            }
            assertEquals(2, ranking.path("ranked").size(), ranking::toString);
            JsonNode left = ranking.at("/withoutRank/0");
            assertEquals(
                    "brainscales-2",
                    comparison
                            .at("/estimates/" + left.path("estimate").asInt() + "/profile")
                            .asText());
            assertFalse(left.path("reason").asText().isEmpty());
            assertEquals(1, ranking.path("savings").size());
            assertEquals(
                    0, ranking.at("/savings/0/chip").asInt(), "the chip that follows spikes is the first estimate");
        }
    }

    @Test
    void wordsOfEstimatesAreExplained() throws Exception {
        JsonNode comparison = comparison("loihi");

        comparison
                .at("/estimates/0/energies")
                .fieldNames()
                .forEachRemaining(word -> assertTrue(
                        comparison
                                .at("/legend/boundaries")
                                .findValuesAsText("word")
                                .contains(word),
                        word));
        comparison
                .at("/estimates/0/energies/active/parts")
                .fieldNames()
                .forEachRemaining(word -> assertTrue(
                        comparison.at("/legend/parts").findValuesAsText("word").contains(word), word));
        assertEquals(
                List.of("A", "B", "C", "D"), comparison.at("/legend/grades").findValuesAsText("word"));
    }

    @Test
    void breakEvenIsACurveForEachChipAndBoundaryAndAMeetingWithEachDevice() throws Exception {
        JsonNode breakEven = comparison("loihi\n  - stm32u575").path("breakEven");

        assertEquals(List.of("marginal", "always-on"), breakEven.findValuesAsText("boundary"));
        for (JsonNode chip : breakEven) {
            assertEquals("loihi", chip.path("profile").asText());
            assertEquals(2, chip.path("against").size(), "each way of the processor, in its smallest format");
            double last = 0;
            for (JsonNode point : chip.path("curve")) {
                assertTrue(point.path("watts").asDouble() >= last, "more spikes never take less");
                last = point.path("watts").asDouble();
            }
            // 12 spikes of 7 neurons in 0.1 s.
            assertEquals(12 / 0.7, chip.path("runSpikesPerNeuronSecond").asDouble(), 1e-9);
        }
    }

    @Test
    void aDeviceTellsItsPowerStatesAndOperatingPoint() throws Exception {
        JsonNode section = profile("{profile: stm32u575, clock: 80 MHz}");

        assertEquals("80 MHz", section.path("operatingPoint").asText().split(", ")[0]);
        assertEquals(4, section.path("powerWatts").size());
        assertTrue(section.at("/powerWatts/run").asDouble()
                > section.at("/powerWatts/sleep").asDouble());
        assertTrue(profile("brainscales-2").at("/powerWatts/sleep").isNull(), "unknown is not zero");
    }

    @Test
    void precisionIsNullWhereNoneIsApplied() throws Exception {
        assertEquals(null, PrecisionSection.of(run("loihi")));
    }

    @Test
    void precisionTellsWhatBecameOfWeightsSpikesAndDecisions() throws Exception {
        JsonNode section = PrecisionSection.of(run("{profile: odin, apply: precision}"));

        assertEquals("odin", section.path("profile").asText());
        // Four bits have seven steps above zero: 0.3 is the largest weight into out, and stays as it is.
        assertEquals(0.3 / 7, section.at("/populations/2/step").asDouble(), 1e-15);
        assertEquals(0, section.at("/projections/1/weightsChanged").asInt());
        assertEquals(
                section.at("/populations/1/raster/spikesAsGiven").asInt(),
                section.at("/populations/1/raster/spikesCommon").asInt());
        assertTrue(section.at("/populations/1/raster/firstDifferentTick").isNull());
        assertEquals(1, section.path("decisions").asInt());
        assertEquals(0, section.path("decisionsChanged").asInt());
    }
}
