package ganglion.chips;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.cli.CommandLineUnderTest.Outcome;
import ganglion.cli.terminal.ExitCode;
import ganglion.documents.InputException;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.Costing;
import ganglion.hardware.cost.Workload;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.BitTrueChip.Work;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.run.ScenarioRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs with {@code apply: bit-true}: the scenario's spikes are those of the exported program. */
class BitTrueRunTest {

    private static final String SCENARIO = Pair.SCENARIO + "hardware: [{profile: CHIP, apply: bit-true}]\n";

    @TempDir
    private Path folder;

    private Outcome run(String scenario) throws IOException {
        return ganglion(
                "run",
                Pair.file(folder, scenario).toString(),
                "--out",
                folder.resolve("run").toString());
    }

    private JsonNode result() throws IOException {
        return new ObjectMapper().readTree(folder.resolve("run/result.json").toFile());
    }

    private JsonNode chip() throws IOException {
        return result().path("precision").path("chip");
    }

    /** At 20 kHz the chip falls behind and neurons fire more than once in a tick of 20 cycles; 1234567 Hz is no multiple of the tick. */
    @ParameterizedTest
    @CsvSource({
        "tinyodin@20kHz, 20e3",
        "tinyodin@100kHz, 100e3",
        "tinyodin@1234567Hz, 1234567",
        "odin@1.3MHz, 1.3e6",
        "odin@20MHz, 20e6"
    })
    void hasTheSpikesOfTheExportedProgram(String chip, double hertz) throws IOException {
        Outcome outcome = run(SCENARIO.replace("CHIP", chip));
        assertEquals(ExitCode.FINE, outcome.code(), outcome.err());
        // Exported without the section: the spikes are those of another way through the program.
        Path plain = Pair.file(
                folder,
                SCENARIO.lines()
                        .filter(line -> !line.startsWith("hardware"))
                        .reduce("", (text, line) -> text + line + "\n"));
        Path exported = folder.resolve("chip");
        assertEquals(
                ExitCode.FINE,
                ganglion("export", plain.toString(), "--target", chip, "--out", exported.toString())
                        .code());

        List<String> outputs = Files.readAllLines(exported.resolve("outputs.csv"));
        TreeSet<String> expected = new TreeSet<>();
        int late = 0;
        for (String line : outputs.subList(1, outputs.size())) {
            long cycle = Math.round(Double.parseDouble(line.substring(0, line.indexOf(','))) * hertz);
            long tick = 0;
            while (tick < 30 && Math.round((tick + 1) * hertz * 1e-3) <= cycle) {
                tick++;
            }
            int row = Integer.parseInt(line.substring(line.indexOf(',') + 1));
            if (tick == 30) {
                late++;
                continue;
            }
            expected.add(tick + (row < 3 ? ",first," + row : ",second,0"));
        }
        TreeSet<String> found = new TreeSet<>(Files.readAllLines(folder.resolve("run/spikes.csv")).stream()
                .filter(line -> line.matches(".*,(first|second),.*"))
                .map(line -> line.substring(line.indexOf(',') + 1))
                .toList());
        assertFalse(expected.isEmpty());
        assertEquals(expected, found);
        assertEquals(
                outputs.size() - 1 - late - expected.size(),
                chip().path("merged").asInt());
    }

    @Test
    void tellsHowTheChipKeepsUp() throws IOException {
        Outcome fast = run(SCENARIO.replace("CHIP", "tinyodin@1MHz"));

        String said = words(fast);
        assertTrue(said.contains("its energy is unknown, since no chip was measured."), said);
        assertTrue(said.contains("30 of 30 input spikes and 0 of 30 events of leak wait, at most 16 cycles"), said);
        assertEquals(1, said.split("energy of every operation", -1).length - 1, said);
        assertTrue(chip().path("done").asBoolean());
        // A row of four neurons after the other, one output event of each: no tick of 1000 cycles is full.
        assertTrue(chip().path("longestLatency").asLong() < 1000, chip().toString());
        assertEquals(0, chip().path("lost").asLong());
        long cycles = chip().path("cycles").asLong();
        assertTrue(cycles > 29_000 && cycles < 30_000, chip().toString());

        Outcome slow = run(SCENARIO.replace("CHIP", "tinyodin@20kHz"));

        assertTrue(
                words(slow).contains("The chip falls behind: a tick has 20 cycles, the work of 30 ticks takes longer."),
                slow.out());
        assertTrue(words(slow).contains("The chip is not done when the run ends"), slow.out());
        assertTrue(words(slow).contains("Devices that fall behind: tinyodin@20kHz in some ticks,"), slow.out());
        assertFalse(slow.out().contains("Devices that cannot do it"), slow.out());
        assertTrue(chip().path("longestWait").asLong() > 20, chip().toString());
        assertTrue(chip().path("longestLatency").asLong() > 20, chip().toString());
    }

    /** A chip without delays is a tick ahead for each synapse. */
    @Test
    void spikesAreHeldAgainstThoseOfTheNetworkThatHasDelays() throws IOException {
        String forward = SCENARIO.replace("CHIP", "odin")
                .replace("    - {from: second, to: first, weights: -0.3}\n", "")
                .replaceAll("beta: 0.8|beta: 1", "beta: 1, reset: zero")
                .replaceAll("0.7|0.25", "0.5");

        Outcome outcome = run(forward);

        String said = words(outcome);
        assertTrue(said.contains("by a tick for each synapse from the inputs: first 1 tick, second 2 ticks."), said);
        for (int p = 1; p <= 2; p++) {
            JsonNode raster = result().at("/precision/populations/" + p + "/raster");
            assertEquals(p, raster.path("ticksEarlier").asInt());
            assertTrue(raster.path("spikesAsGiven").asInt() > 5, raster.toString());
            assertEquals(raster.path("spikesAsGiven"), raster.path("spikesCommon"), raster.toString());
        }
    }

    /** In 30 ms a chip at 1 kHz takes what comes first: all other ticks are late, and none of them takes no time. */
    @Test
    void whatIsNotTakenIsLate() throws IOException {
        Outcome outcome = run(SCENARIO.replace("CHIP", "tinyodin@1kHz"));

        JsonNode profile = result().path("profiles").path(0);
        assertEquals(30, profile.path("overrunTicks").asLong());
        assertEquals(30, chip().path("lateTicks").asLong());
        assertTrue(
                profile.path("latency").path("p50Seconds").asDouble() > 0.01,
                profile.path("latency").toString());
        long taken = 60 - chip().path("untaken").asLong();
        String said = words(outcome);
        assertTrue(said.contains("it takes " + taken + " of 60 input events, and what it would do later"), said);
        assertTrue(said.contains("its work is of the " + taken + " of 60 input events that it takes"), said);
        assertTrue(profile.toString().contains("The chip falls behind the scenario: static"), profile.toString());
        assertFalse(profile.toString().contains("costs are those of the recorded spikes"), profile.toString());
    }

    @Test
    void aRunShorterThanACycleOfTheChipIsAllLate() throws IOException {
        Outcome outcome = run(SCENARIO.replace("CHIP", "tinyodin@1kHz")
                .replace("1 ms", "1 us")
                .replace("30 ms", "30 us"));

        String said = words(outcome);
        assertTrue(said.contains("it takes 0 of ") && said.contains("The chip falls behind"), outcome.toString());
    }

    /** The row of the chip is what the chip does, whether the run applies it or not, or is costed again at another clock. */
    @ParameterizedTest
    @CsvSource({
        "tinyodin@20kHz, 1 ms",
        "tinyodin@100kHz, 1 ms",
        "odin@1.3MHz, 0.1 ms",
        "odin@4MHz, 0.1 ms",
        "odin@6MHz, 0.1 ms",
        "odin@4MHz, 1 ms",
        "odin, 0.1 ms"
    })
    void theTableOfDevicesHasTheCountsOfTheChip(String chip, String tick) throws IOException {
        for (String leak : List.of("0.8", "1")) {
            String scenario =
                    SCENARIO.replace("-0.3", "0").replace("1 ms", tick).replace("beta: 0.8", "beta: " + leak);
            run(scenario.replace("CHIP", chip));
            JsonNode work = chip();
            boolean behind = work.path("lateTicks").asLong() > 0;
            boolean waits = work.path("longestWait").asDouble()
                    > work.path("cyclesPerTick").asDouble();
            assertTrue(behind || !waits, work.toString());
            checkRow(work, behind);
            // The same of the run of the network as it is.
            Outcome asItIs = run(scenario.replace("CHIP", chip).replace(", apply: bit-true", ""));
            checkRow(work, behind);
            assertFalse(asItIs.out().contains("apply: precision"), asItIs.out());
            assertEquals(leak.equals("0.8"), words(asItIs).contains("\"apply: bit-true\" shows what differs"));
        }
    }

    private void checkRow(JsonNode work, boolean behind) throws IOException {
        JsonNode row = result().path("profiles").path(0);
        assertEquals(
                work.path("synapticOperations").asLong(),
                row.path("operations").path("crossbar-operation").asLong());
        assertEquals(
                work.path("leaks").asLong(), row.path("operations").path("leak").asLong());
        JsonNode estimate = result().path("comparison").path("estimates").path(0);
        assertEquals(!behind, estimate.path("inTime").asBoolean(), estimate.toString());
        for (String boundary : List.of("marginal", "alwaysOn")) {
            JsonNode energy = estimate.path("energies")
                    .path(boundary.equals("alwaysOn") ? "always-on" : boundary)
                    .path("joules");
            assertEquals(work.path("energy").path(boundary).asDouble(), energy.asDouble(), 1e-15);
        }
    }

    /** Its cycles are the chip's but for handshakes: the profile's note says how many these take. */
    @Test
    void theEstimateVisitsTheNeuronsThatTheChipVisits() throws IOException, InputException {
        Path file = Pair.file(folder, SCENARIO.replace("CHIP", "tinyodin@1MHz").replace("beta: 0.8", "beta: 1"));
        ScenarioRun run = ScenarioRunner.run(
                ScenarioFiles.read(file, ScenarioOverrides.NONE), RunSettings.ofThisMachine(), RunProgress.NONE);
        ChipCost estimate = Costing.cost(
                new Workload(run.network(), run.result().spikes(), run.ranTicks(), run.clock()),
                run.scenario().hardware().get(0).profile());

        Work work = run.precision().orElseThrow().work().orElseThrow();
        assertTrue(work.done());
        assertEquals(work.synapticOperations(), estimate.work().operations().get(Operation.CROSSBAR_OPERATION));
        // A tick of an input and at most four spikes: each has a row of 8 cycles and 2 more, in the chip 8 for its
        // output.
        double longest =
                1e6 * Arrays.stream(estimate.timing().tickSeconds()).max().orElseThrow();
        assertEquals(50, longest, 1e-6);
        assertTrue(
                work.longestLatency() > longest && work.longestLatency() < longest + 4 * 8,
                work.longestLatency() + " cycles");
    }

    /** Where the run has the chip's spikes, its activity file has the work that the chip does. */
    @ParameterizedTest
    @CsvSource({"odin, 0.1 ms, 0.8", "odin@4MHz, 1 ms, 0.8", "odin, 1 ms, 1"})
    void itsActivityCostsWhatItCosts(String chip, String tick, String leak) throws IOException {
        run(SCENARIO.replace("CHIP", chip)
                .replace("-0.3", "0")
                .replace("1 ms", tick)
                .replace("beta: 0.8", "beta: " + leak));
        JsonNode ofRun = result().path("comparison").path("estimates").path(0).path("energies");
        Path activity = folder.resolve("run/activity.json");
        Outcome outcome = ganglion("cost", activity.toString(), "--profile", chip, "--json");

        assertEquals(ExitCode.FINE, outcome.code(), outcome.err());
        JsonNode device =
                new ObjectMapper().readTree(outcome.out()).path("devices").path(0);
        JsonNode ofActivity = device.path("energies");
        assertTrue(device.path("assumed").toString().contains("a run counts the work of the chip"), device.toString());
        assertEquals(0, chip().path("merged").asInt());
        for (String boundary : List.of("marginal", "active", "always-on")) {
            double expected = ofRun.path(boundary).path("joules").asDouble();
            assertTrue(expected > 0, ofRun.toString());
            assertEquals(expected, ofActivity.path(boundary).path("joules").asDouble(), 0.01 * expected, boundary);
        }
    }

    /** The work of a chip at two clocks is not mixed up, and spikes are those of the head of the summary, inputs included. */
    @Test
    void tellsOfEachClockWhatTheChipDoes() throws IOException {
        Map<String, Long> spikes = new LinkedHashMap<>();
        for (String chip : List.of("tinyodin@20kHz", "tinyodin@1MHz")) {
            run(SCENARIO.replace("CHIP", chip));
            spikes.put(chip, result().path("activity").path("spikes").asLong());
        }
        Outcome both = run(SCENARIO.replace(
                "[{profile: CHIP, apply: bit-true}]", spikes.keySet().toString()));

        String said = words(both);
        long inRun = result().path("activity").path("spikes").asLong();
        assertTrue(said.contains(" seed 42 " + inRun + " spikes,"), said);
        spikes.forEach((chip, count) -> assertTrue(
                said.contains(chip + ": counted as the chip does it, bit by bit, with " + count
                        + " spikes where the run has " + inRun),
                said));
        assertEquals(
                3,
                Set.of(inRun, spikes.get("tinyodin@20kHz"), spikes.get("tinyodin@1MHz"))
                        .size());
        String notes = result().path("profiles").path(0).path("notes").toString();
        assertTrue(notes.contains("The work is counted as the chip does it"), notes);
        assertFalse(notes.contains("The costs are those of the recorded spikes"), notes);
    }

    @Test
    void tellsWhichWorkIsEstimatedAndWhy() throws IOException {
        Outcome outcome = run(SCENARIO.replace("-0.3", "0")
                .replace("[{profile: CHIP, apply: bit-true}]", "[odin]")
                .replaceFirst("    - \\{from: in.*\n", "$0$0"));

        String said = words(outcome);
        assertTrue(
                said.contains("odin: estimated from the spikes of the run, as the chip does not hold this network:"
                        + " found synapses from neuron 0 of in to neuron 0 of first with 14 steps in all, expected -7"
                        + " to 7 odin changes the network:"),
                said);
        String notes = result().path("profiles").path(0).path("notes").toString();
        assertTrue(notes.contains("The costs are those of the recorded spikes."), notes);
    }

    private static String words(Outcome outcome) {
        return outcome.out().replaceAll("\\s+", " ");
    }

    /** The chip's counts at the prices of its profile: those of the estimate, but for a leak in each tick, which this network has not. */
    @Test
    void tellsTheEnergyOfWhatWasMeasured() throws IOException {
        String scenario = SCENARIO.replace("CHIP", "odin@20MHz").replace("-0.3", "0");
        Outcome quiet = run(scenario.replace("beta: 0.8", "beta: 1"));

        JsonNode energy = chip().path("energy");
        long operations = chip().path("synapticOperations").asLong();
        assertEquals(
                result().path("profiles")
                        .path(0)
                        .path("operations")
                        .path("crossbar-operation")
                        .asLong(),
                operations);
        assertEquals(operations * 8.43e-12, energy.path("marginal").asDouble(), 1e-18);
        assertEquals(0, energy.path("assumed").asDouble());
        // Leakage, and the clock at 20 MHz in place of 75, for 30 ms.
        double idle = 27.3e-6 + 133.5e-6 * 20 / 75;
        assertEquals(
                0.03 * idle,
                energy.path("alwaysOn").asDouble() - energy.path("marginal").asDouble(),
                1e-12);
        assertTrue(quiet.out().contains(" always on."), quiet.out());

        Outcome leaky = run(scenario);

        assertEquals(30 * 256, chip().path("leaks").asLong());
        assertEquals(30 * 256 * 8.43e-12, chip().path("energy").path("assumed").asDouble(), 1e-10);
        assertTrue(
                leaky.out().replaceAll("\\s+", " ").contains("(first); the run is that of the changed one"),
                leaky.out());
        assertTrue(leaky.out().replaceAll("\\s+", " ").contains("those of leaks, are assumed, and"), leaky.out());
    }

    /** All neurons fire in one pass through their row: the queue of 128 takes no event away meanwhile, and still holds the input. */
    @Test
    void tellsWhichSpikesAreLost() throws IOException {
        Outcome outcome = run(SCENARIO.replace("size: 3", "size: 200")
                .replace("weights: 0.7", "weights: 1")
                .replace("beta: 0.8", "beta: 1")
                .replace("30 ms", "1 ms")
                .replace("CHIP", "tinyodin@10MHz"));

        assertEquals(ExitCode.FINE, outcome.code(), outcome.err());
        assertTrue(words(outcome).contains("73 spikes found the queue full"), outcome.out());
        assertTrue(words(outcome).contains("the first of neuron 127 of first in cycle 1 281."), outcome.out());
        assertTrue(
                words(outcome)
                        .contains("bit by bit, with 205 spikes where the run has 202, 3 of them in a tick in which the"
                                + " neuron has another, and 73 lost from a full queue"),
                outcome.out());
        assertEquals(73, chip().path("lost").asInt());
    }

    @Test
    void exportsTheSameProgramFromTheRun() throws IOException {
        Path bitTrue = folder.resolve("bit-true");
        Path plain = folder.resolve("plain");
        String scenario = SCENARIO.replace("CHIP", "tinyodin@100kHz");

        ganglion(
                "export",
                Pair.file(folder, scenario).toString(),
                "--target",
                "tinyodin@100kHz",
                "--out",
                bitTrue.toString());
        ganglion(
                "export",
                Pair.file(folder, scenario.replace(", apply: bit-true", "")).toString(),
                "--target",
                "tinyodin@100kHz",
                "--out",
                plain.toString());

        for (String name : List.of("neurons.mem", "synapses.mem", "inputs.mem", "outputs.mem")) {
            assertEquals(Files.readString(plain.resolve(name)), Files.readString(bitTrue.resolve(name)), name);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "size: 3| size: 300| does not fit on tinyodin@1MHz: found 301 neurons and 2 inputs, 47 more than the"
                        + " 256 rows that they share",
                "beta: 0.8| beta: 0.8, refractory: 2 ms| found a refractory period (first), which the chip does not"
                        + " have",
                "CHIP| loihi| /hardware/0/apply: found bit-true for loihi, expected it for a chip with such a"
                        + " model: odin, tinyodin",
                "hardware:| record: {spikes: all, membrane: [first]};hardware:| found bit-true beside recorded"
                        + " potentials or probes"
            })
    void refusesWhatTheChipCannotDo(String from, String to, String message) throws IOException {
        Outcome outcome = run(SCENARIO.replace(from, to.replace(";", "\n")).replace("CHIP", "tinyodin@1MHz"));

        assertEquals(ExitCode.BAD_INPUT, outcome.code(), outcome.out());
        assertTrue(outcome.err().replaceAll("\\s+", " ").contains(message), outcome.err());
    }

    @Test
    void isNoReplay() throws IOException {
        run(SCENARIO.replace("CHIP", "tinyodin@1MHz"));

        Outcome outcome =
                ganglion("why", folder.resolve("run").toString(), "--allow-outside-paths", "--missing", "first/0@10ms");

        assertEquals(ExitCode.BAD_INPUT, outcome.code(), outcome.out());
        assertTrue(outcome.err().contains("/hardware/0/apply: found bit-true"), outcome.err());
    }
}
