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
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run says, writes and answers. */
final class RunCommandTest {

    /** More neurons than a small chip has. */
    private static final String LARGE = """
        scenario: large
        clock: {tick: 1 ms, duration: 10 ms}
        inputs: [{name: taps, poisson: {rate: 10 Hz}, size: 2}]
        network:
          populations:
            - {name: out, size: 5000, model: lif, parameters: {beta: 0.9, threshold: 1}}
        """;

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    private Path temporary;

    private ScenarioOnDisk scenario;

    @BeforeEach
    void writeAScenario() throws IOException {
        scenario = new ScenarioOnDisk(temporary.resolve("scenario"));
    }

    private Path out() {
        return temporary.resolve("out");
    }

    /** The run itself is sound, and what it did is written. */
    @Test
    void anEstimateThatNoDeviceCanGiveIsBadInput() throws IOException {
        Path large = Files.writeString(temporary.resolve("large.yaml"), LARGE);
        Path out = temporary.resolve("large");

        Outcome alone = ganglion("run", large, "--quiet", "--out", out, "--profile", "xylo-audio-2");

        assertEquals(ExitCode.BAD_INPUT, alone.code(), alone::toString);
        assertTrue(alone.err().startsWith("--profile: found no place for the network on xylo-audio-2 ("), alone::err);
        assertEquals(1, alone.err().lines().count(), alone::err);
        assertTrue(Files.exists(out.resolve("result.json")));
        ganglion("run", large, "--quiet", "--out", temporary.resolve("both"), "--profile", "xylo-audio-2,loihi")
                .assertFine();
        assertEquals(
                ExitCode.BAD_INPUT,
                ganglion("cost", out, "--allow-outside-paths", "--profile", "xylo-audio-2")
                        .code());
        ganglion("cost", out, "--allow-outside-paths", "--profile", "loihi").assertFine();
        ganglion("cost", out, "--allow-outside-paths").assertFine();
    }

    /** The devices of a scenario are what it is compared with; nobody asked for this one just now. */
    @Test
    void anOwnDeviceWithoutAPlaceIsNoBadInput() throws IOException {
        Path large = Files.writeString(temporary.resolve("large.yaml"), LARGE + "hardware: [xylo-audio-2]\n");
        Path out = temporary.resolve("large");

        ganglion("run", large, "--quiet", "--out", out).assertFine();
        ganglion("cost", out, "--allow-outside-paths").assertFine();
    }

    @Test
    void aRunLeavesItsDirectoryAndNothingElse() throws IOException {
        ganglion("run", scenario.file(), "--out", out()).assertFine();

        assertTrue(Files.size(out().resolve("report.html")) > 10_000);
        assertEquals(
                3 + 3,
                Files.readAllLines(out().resolve("spikes.csv")).stream()
                        .filter(line -> line.matches("0\\.\\d+,.*"))
                        .count(),
                "3 spikes in, 3 spikes out");
        assertEquals(
                "ganglion-run",
                json.readTree(out().resolve("result.json").toFile())
                        .get("format")
                        .asText());
        try (var left = Files.list(temporary)) {
            assertEquals(
                    List.of("out", "scenario"),
                    left.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void inputSpikesAfterTheEndOfTheRunAreToldOnce() throws IOException {
        scenario.withFile("taps.csv", "time,neuron\n0.001,0\n0.005,0\n0.010,1\n0.050,1\n0.070,0\n");
        Path out = temporary.resolve("late");

        Outcome outcome = ganglion("run", scenario.file(), "--out", out);

        outcome.assertFine();
        String warning = "2 input spikes come at or after the end of the run at 50 ms and have no effect: taps 2";
        assertTrue(outcome.out().contains("\n  warning: " + warning + "\n"), outcome.out());
        assertEquals(
                "[\"" + warning + "\"]",
                new ObjectMapper()
                        .readTree(out.resolve("result.json").toFile())
                        .get("warnings")
                        .toString());
    }

    @Test
    void aPricedNetworkThatNeverFiresIsTold() throws IOException {
        scenario.withFile("taps.csv", "time,neuron\n");

        Outcome priced = ganglion("run", scenario.file(), "--out", out(), "--profile", "loihi");
        Outcome alone =
                ganglion("run", scenario.file(), "--out", temporary.resolve("alone"), "--set", "/hardware=null");

        String warning = "warning: no neuron fires, so that costs are those of silence";
        assertTrue(priced.out().contains(warning), priced.out());
        assertFalse(alone.out().contains(warning), alone.out());
    }

    @Test
    void poissonSourcesThatTheTickSlowsDownAreTold() throws IOException {
        scenario.with("spikes: taps.csv, size: 2", "size: 2, poisson: {rate: 500 Hz}");

        Outcome outcome = ganglion("run", scenario.file(), "--out", out());

        assertTrue(
                outcome.out()
                        .contains("\n"
                                + "  warning: a neuron fires once in a tick, so that Poisson sources are slower"
                                + " than their rate, at most by: taps 21 %\n"),
                outcome.out());
        assertEquals(
                "rate: 500 Hz",
                json.readTree(out().resolve("result.json").toFile())
                        .at("/network/populations/0/written")
                        .asText());
    }

    /** No device has a price for neurons of equations, so that costing the run would tell nothing. */
    @Test
    void costingIsOfferedWhereADeviceMayHaveAPrice() throws IOException {
        scenario.with("hardware: [loihi, stm32u575]", "");
        String offer = "\n  energy: ganglion cost ";

        String plain = ganglion("run", scenario.file(), "--out", out()).out();
        scenario.with("model: lif, parameters: {beta: 0.9, threshold: 1}", "model: mine")
                .with(
                        "inputs:",
                        "models: {mine: {equations: 'dv/dt = -v/(20*ms) : 1', threshold: v > 1, reset: v = 0, input: v"
                                + " = v + input}}\n"
                                + "inputs:");
        Outcome equations = ganglion("run", scenario.file(), "--out", out());

        assertTrue(plain.contains(offer), plain);
        assertTrue(equations.out().contains("\n  report: "), equations::toString);
        assertFalse(equations.out().contains(offer), equations.out());
    }

    @Test
    void inputSpikesThatAreMergedAreToldWithTheirNumber() throws IOException {
        scenario.withFile("taps.csv", "time,neuron\n0.001,0\n0.0012,0\n0.0008,0\n0.005,0\n0.010,1\n");

        Outcome outcome = ganglion("run", scenario.file(), "--out", out());

        outcome.assertFine();
        assertTrue(
                outcome.out()
                        .contains("\n"
                                + "  warning: 2 input spikes share their neuron and tick with another and were"
                                + " merged: taps 2\n"),
                outcome.out());
    }

    @Test
    void anExpectationThatDoesNotHoldIsShownWithWhatWasFound() throws IOException {
        scenario.with("between: [3, 3]", "between: [10, 40]");

        Outcome run = ganglion("run", scenario.file(), "--out", out());

        assertEquals(ExitCode.EXPECTATION_FAILED, run.code(), run::toString);
        assertEquals("", run.err());
        assertTrue(run.out().contains("✗"), run.out());
        assertTrue(run.out().contains("(/expect/0)"), run.out());
        assertTrue(run.out().matches("(?s).*found +3\n +expected .*10.*40.*"), run.out());
        assertTrue(Files.exists(out().resolve("report.html")));
    }

    @Test
    void theDocumentOnStandardOutputIsThatOfTheDirectory() throws IOException {
        Outcome run = ganglion("run", scenario.file(), "--out", out(), "--json");

        run.assertFine();
        JsonNode printed = json.readTree(run.out());
        JsonNode written = json.readTree(out().resolve("result.json").toFile());
        assertEquals(written.get("decisions"), printed.get("decisions"));
        assertEquals(written.get("manifest"), printed.get("manifest"));
        assertEquals(written.get("raster"), printed.get("raster"));
    }

    @Test
    void theManifestHoldsTheCommandAsItWasTyped() throws IOException {
        ganglion("run", scenario.file(), "--out", out(), "--seed", "7").assertFine();

        JsonNode manifest = json.readTree(out().resolve("result.json").toFile()).get("manifest");
        assertEquals(
                List.of("ganglion", "run", scenario.file().toString(), "--out", out().toString(), "--seed", "7"),
                json.convertValue(manifest.get("commandLine"), List.class));
    }

    @Test
    void severalScenariosGetADirectoryEachAndOneArray() throws IOException {
        ScenarioOnDisk other = new ScenarioOnDisk(temporary.resolve("other")).with("two-taps", "other-taps");

        Outcome run = ganglion("run", scenario.file(), other.file(), "--out", out(), "--json");

        run.assertFine();
        assertEquals(2, json.readTree(run.out()).size());
        assertTrue(Files.exists(out().resolve("two-taps/report.html")));
        assertTrue(Files.exists(out().resolve("other-taps/report.html")));
    }

    @Test
    void settingsSeedAndProfilesReplaceThoseOfTheFile() throws IOException {
        Outcome run = ganglion(
                "run",
                scenario.file(),
                "--out",
                out(),
                "--json",
                "--set",
                "/clock/duration=80 ms",
                "--seed",
                "7",
                "--profile",
                "truenorth,xylo-audio-2");

        run.assertFine();
        JsonNode document = json.readTree(run.out());
        assertEquals(
                List.of("truenorth", "xylo-audio-2"),
                document.get("profiles").findValuesAsText("name").stream()
                        .filter(List.of("truenorth", "xylo-audio-2", "loihi")::contains)
                        .toList());
        assertTrue(document.get("run").toString().contains("\"ticks\":80"), run.out());
        assertTrue(document.get("run").toString().contains("\"seed\":7"), run.out());
    }

    @Test
    void aLabelOfAStrangerCommandsNoTerminal() throws IOException {
        scenario.with("labels: [low, high]", "labels: [\"low\\e[2J\\u202Ex\", high]");

        String printed = ganglion("run", scenario.file(), "--out", out()).out();

        assertTrue(printed.contains("low\uFFFD[2J\uFFFDx"), printed);
        assertFalse(printed.contains("\u001b") || printed.contains("\u202e"), printed);
    }

    /** A data set of labelled spikes, its accuracy as an expectation, and the reason if it does not hold. */
    @Test
    void theAccuracyOverADataSetIsExpected() throws IOException {
        Path scenario = Files.writeString(temporary.resolve("set.yaml"), """
            scenario: set
            clock: {tick: 1 ms}
            inputs: [{name: ear, spikes: shd.h5, size: 700, samples: {}, gap: 5 ms}]
            network:
              populations: [{name: out, size: 20, model: lif, parameters: {beta: 0.5}}]
              projections: [{from: ear, to: out, connectivity: synapses.csv}]
            decision: {population: out, margin: 2 ms}
            expect: [{decisions: accuracy, at-least: 0.6}, {decisions: correct, equals: 2, of: 3}]
            """);
        Files.writeString(temporary.resolve("synapses.csv"), "source,target,weight\n5,7,1\n699,7,1\n0,1,1\n3,0,1\n");
        try (InputStream in = RunCommandTest.class.getResourceAsStream("/spikes/shd.h5")) {
            Files.copy(in, temporary.resolve("shd.h5"));
        }

        Outcome right = ganglion("run", scenario, "--out", temporary.resolve("right"));
        Outcome wrong = ganglion(
                "run",
                scenario,
                "--set",
                "/network/projections/0/connectivity=all-to-all",
                "--set",
                "/network/projections/0/weights=1",
                "--out",
                temporary.resolve("wrong"));

        right.assertFine();
        assertTrue(right.out().contains("shd.h5#0") && right.out().contains("2 of 3 decisions are right"), right.out());
        assertEquals(ExitCode.EXPECTATION_FAILED, wrong.code(), wrong::toString);
        assertTrue(wrong.out().contains("accuracy of the decisions"), wrong.out());
        assertTrue(wrong.out().contains("95 % interval ["), wrong.out());
    }
}
