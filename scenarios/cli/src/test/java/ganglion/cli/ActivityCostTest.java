package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.cli.CommandLineUnderTest.Outcome;
import ganglion.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An activity file on devices: that of a run, and one that another tool wrote. */
final class ActivityCostTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String DEVICES = "loihi,speck,truenorth,spinnaker,odin,stm32u575";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "coincidence-detection",
                "direction-selectivity",
                "flip-flop",
                "logic-gates",
                "pitch-detector",
                "ring-oscillator",
                "stdp-window",
                "synfire-chain",
                "tone-map",
                "tremolo-detector",
                "winner-take-all"
            })
    void theActivityOfARunCostsWhatTheRunCosts(String name) throws IOException {
        Path scenario = ProjectRoot.find().resolve("scenarios/gallery/" + name + "/scenario.yaml");
        Path run = folder.resolve("run");
        ganglion("run", scenario, "--out", run, "--quiet");

        JsonNode ofRun = json(ganglion("cost", run, "--allow-outside-paths", "--profile", DEVICES, "--json"));
        JsonNode ofActivity = json(ganglion("cost", run.resolve("activity.json"), "--profile", DEVICES, "--json"));

        int compared = 0;
        for (JsonNode estimate : ofRun.path("comparison").path("estimates")) {
            for (JsonNode way : ofActivity.path("devices")) {
                boolean same = estimate.path("profile").equals(way.path("device"))
                        && estimate.path("computation").equals(way.path("computation"))
                        && (estimate.path("format").isNull()
                                || estimate.path("format").equals(way.path("precision")));
                if (same) {
                    assertEquals(estimate.path("possible"), way.path("fits"), name);
                    String device = way.path("device").asText();
                    assertEquals(
                            estimate.at("/energies/active/reliability/grade"),
                            way.at("/energies/active/grade"),
                            device);
                    assertEquals(changes(estimate.path("changes")), changes(way.path("changes")), device);
                }
                // A chip that does the work itself, bit by bit, has other spikes: BitTrueRunTest compares those.
                boolean estimated = !estimate.path("notes").toString().contains("counted as the chip does it");
                for (String boundary :
                        same && estimated ? List.of("marginal", "active", "always-on") : List.<String>of()) {
                    JsonNode expected = estimate.at("/energies/" + boundary + "/joules");
                    JsonNode found = way.at("/energies/" + boundary + "/joules");
                    String where = way.path("device").asText() + " " + boundary;
                    assertEquals(expected.isNull(), found.isNull(), where);
                    assertEquals(expected.asDouble(), found.asDouble(), 0.01 * expected.asDouble(), where);
                    compared++;
                }
            }
        }
        assertTrue(compared >= 12, "compared " + compared + " energies");
    }

    /** Without the names of what changes: layers of an activity are projections and populations of a run. */
    private static List<String> changes(JsonNode changes) {
        List<String> found = new ArrayList<>();
        changes.forEach(change -> found.add(change.asText().replaceAll(" \\(.*", "")));
        return found;
    }

    private static JsonNode json(Outcome outcome) throws IOException {
        outcome.assertFine();
        return MAPPER.readTree(outcome.out());
    }

    @Test
    void theAnswerHoldsDevicesSourcesPapersAndBreakEvens() throws IOException {
        JsonNode answer = json(ganglion("cost", mlp(), "--profile", "loihi,truenorth,stm32u575", "--json"));

        assertEquals("ganglion-activity-cost", answer.path("format").asText());
        assertEquals(328500 * 0.9e-12, answer.at("/papers/spikingJoules").asDouble(), 1e-15);
        assertEquals(101632 * 4.6e-12, answer.at("/papers/artificialJoules").asDouble(), 1e-15);
        assertEquals(
                List.of(138.0, 0.0),
                List.of(
                        answer.at("/counts/neurons").asDouble(),
                        answer.at("/counts/accumulators").asDouble()));
        JsonNode loihi = answer.at("/devices/0");
        assertTrue(loihi.path("fits").asBoolean());
        assertTrue(loihi.at("/energies/active/low").asDouble()
                < loihi.at("/energies/active/joules").asDouble());
        assertTrue(
                loihi.findValuesAsText("key").contains("davies-2018"),
                loihi.path("sources").toString());
        assertTrue(loihi.path("workSeconds").asDouble() < 0.005);
        assertEquals(0.025, loihi.path("activeSeconds").asDouble(), "static power between steps");
        JsonNode processor = answer.at("/devices/2");
        assertEquals(processor.path("workSeconds"), processor.path("activeSeconds"));
        JsonNode truenorth = answer.at("/devices/1");
        assertFalse(truenorth.path("fits").asBoolean());
        assertTrue(truenorth.at("/refusals/0").asText().startsWith("a neuron of lif1 has 784 synapses"));
        assertTrue(truenorth.at("/energies/active/joules").isNull());
        JsonNode breakEven = answer.at("/breakEvens/0");
        assertEquals("loihi", breakEven.path("device").asText());
        double factor = breakEven.path("artificialJoules").asDouble()
                / breakEven.path("spikingJoules").asDouble();
        assertEquals(25 * factor, breakEven.path("breakEvenSteps").asDouble(), 1e-9 * factor);
        assertTrue(breakEven.path("breakEvenSpikesPerNeuron").asDouble()
                > breakEven.path("spikesPerNeuron").asDouble());
    }

    @Test
    void theTableIsPrinted() throws IOException {
        Outcome outcome = ganglion("cost", mlp(), "--profile", "loihi,stm32u575");

        outcome.assertFine();
        assertTrue(outcome.out().contains("As papers count (900 fJ an accumulate"), outcome.out());
        assertTrue(outcome.out().contains("one sample of 25 steps in 25 ms, the mean of 100 samples"), outcome.out());
        assertTrue(outcome.out().contains("artificial (accuracy unknown) on"), outcome.out());
        assertTrue(outcome.out().contains("at no number"), outcome.out());
        assertTrue(outcome.out().contains(" spikes per neuron, its inputs in proportion"), outcome.out());
        assertTrue(
                outcome.out().replaceAll("\\s+", " ").contains("always on of 25 ms, or of longer work."),
                outcome.out());
    }

    /** 1,457 events a spike, and Speck's price is of spikes with 288. */
    @Test
    void whatIsAssumedAndWhatHasNoEnergyIsTold() throws IOException {
        Path network = folder.resolve("untimed.json");
        Files.writeString(
                network,
                Files.readString(mlp())
                        .replace("\"tick\": \"1 ms\",", "\"assumed\": [\"Neurons are taken for leaky ones.\"],"));

        Outcome outcome = ganglion("cost", network, "--profile", "speck,loihi,stm32u575");

        outcome.assertFine();
        assertTrue(outcome.out().contains("25 ms (1 ms a step is assumed: the file has no tick)"), outcome.out());
        assertTrue(outcome.out().contains("not compared, as their energy is not known: speck"), outcome.out());
        assertTrue(outcome.out().contains("Neurons are taken for leaky ones."), outcome.out());
        JsonNode speck = json(ganglion("cost", network, "--profile", "speck,speck", "--json"));
        assertEquals(1, speck.path("devices").size());
        assertTrue(speck.at("/devices/0/energies/marginal/missing/0")
                .asText()
                .contains("328500, more than the price of 224"));
        assertEquals("Neurons are taken for leaky ones.", speck.at("/assumed/0").asText());
        assertEquals("yao-2024", speck.at("/devices/0/sources/0/key").asText());
    }

    @Test
    void anActivityFileIsValidated() throws IOException {
        Outcome outcome = ganglion("validate", mlp());

        outcome.assertFine();
        assertTrue(outcome.out().endsWith("mlp.json: valid\n"), outcome.out());
        Path wrong = Files.writeString(
                folder.resolve("wrong.json"), Files.readString(mlp()).replace("255000", "-3"));
        ganglion("validate", mlp(), "--set", "/steps=5").assertRefusedInOneLine("--set", "beside the activity file");
        ganglion("cost", folder.resolve("none.json"))
                .assertRefusedInOneLine("is not there, expected a run directory or an activity file");
        ganglion("validate", wrong).assertRefusedInOneLine("wrong.json", "/layers/0/output-spikes");
        ganglion("run", mlp()).assertRefusedInOneLine("found an activity file, expected a scenario; use ganglion cost");
    }

    @Test
    void aDeviceThatDoesNotTakeItIsARowAlsoAlone() throws IOException {
        Path network = folder.resolve("wide.json");
        Files.writeString(
                network,
                Files.readString(mlp())
                        .replace(
                                "\"shape\": [128], \"active",
                                "\"shape\": [128], \"needs\": [\"izhikevich\", \"noise\"], \"active"));
        JsonNode alone = json(ganglion("cost", network, "--profile", "xylo-audio-3", "--json"));
        assertFalse(alone.at("/devices/0/fits").asBoolean());
        int refusals = alone.at("/devices/0/refusals").size();
        assertTrue(refusals > 2, alone.at("/devices/0/refusals").toString());

        Outcome printed = ganglion("cost", network, "--profile", "xylo-audio-3");

        assertEquals(ExitCode.BAD_INPUT, printed.code());
        assertEquals(1, printed.errorLines().size(), printed.err());
        assertTrue(printed.err().contains("; and " + (refusals - 2) + " more)"), printed.err());
        assertTrue(ganglion("cost", "--help")
                .out()
                .replaceAll("\\s+", " ")
                .contains("Options other than --profile and --json need a run."));
    }

    @Test
    void refusesWhatItCannotCost() throws IOException {
        ganglion("cost", mlp(), "--profile", "truenorth")
                .err()
                .lines()
                .forEach(line -> assertTrue(line.contains("found no place for the network on truenorth"), line));
        ganglion("cost", mlp(), "--placement", "spread")
                .assertRefusedInOneLine("--placement", "beside an activity file");
        ganglion("cost", mlp(), "--scenario", "x.yaml").assertRefusedInOneLine("--scenario", "beside an activity file");
        ganglion("cost", mlp(), "--allow-outside-paths", "--placement", "spread")
                .assertRefusedInOneLine("--placement", "beside an activity file");
        ganglion("cost", mlp(), "--profile", "loihy").assertRefusedInOneLine("loihy", "did you mean");
        Path wrong = folder.resolve("wrong.json");
        Files.writeString(wrong, Files.readString(mlp()).replace("255000", "-3"));
        ganglion("cost", wrong).assertRefusedInOneLine("wrong.json", "/layers/0/output-spikes");
    }

    private Path mlp() throws IOException {
        Path file = folder.resolve("mlp.json");
        Files.writeString(file, """
            {"activity": "mlp", "tick": "1 ms", "steps": 25, "samples": 100,
             "layers": [
              {"name": "input", "kind": "input", "shape": [784], "output-spikes": 255000},
              {"name": "fc1", "kind": "linear", "shape": [128], "synaptic-events": 32640000},
              {"name": "lif1", "kind": "neurons", "shape": [128], "active-updates": 320000, "output-spikes": 21000},
              {"name": "fc2", "kind": "linear", "shape": [10], "input-spikes": 21000},
              {"name": "lif2", "kind": "neurons", "shape": [10], "active-updates": 24000, "output-spikes": 1400}]}
            """);
        return file;
    }
}
