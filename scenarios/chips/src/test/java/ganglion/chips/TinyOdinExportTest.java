package ganglion.chips;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ganglion.cli.CommandLineUnderTest.Outcome;
import ganglion.cli.ProjectRoot;
import ganglion.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A network in the files of tinyODIN; where the chip's hardware description is at hand, the testbench that goes with them finds them right. */
class TinyOdinExportTest {

    private static final String RTL = "ganglion.odin-rtl";

    private static final Path YIN_YANG = ProjectRoot.find().resolve("scenarios/gallery/yin-yang-on-tinyodin");

    private static final String SCENARIO = """
        scenario: pair
        clock: {tick: 1 ms, duration: 30 ms}
        inputs:
          - {name: in, spikes: in.csv, size: 2}
        network:
          populations:
            - {name: first, size: 3, model: lif, parameters: {beta: 0.8}}
            - {name: second, size: 1, model: lif, parameters: {beta: 1}}
          projections:
            - {from: in, to: first, weights: 0.7}
            - {from: first, to: second, weights: 0.25}
            - {from: second, to: first, weights: -0.3}
        """;

    @TempDir
    private Path folder;

    private Outcome export(String scenario) throws IOException {
        return export(scenario, "100kHz");
    }

    private Outcome export(String scenario, String clock) throws IOException {
        StringBuilder spikes = new StringBuilder("tick,neuron\n");
        for (int tick = 0; tick < 30; tick++) {
            spikes.append(tick).append(',').append(tick % 2).append('\n');
        }
        Files.writeString(folder.resolve("in.csv"), spikes);
        Path file = folder.resolve("scenario.yaml");
        Files.writeString(file, scenario);
        return ganglion("export", file.toString(), "--target", "tinyodin@" + clock, "--out", chip().toString());
    }

    private Path chip() {
        return folder.resolve("chip");
    }

    @Test
    void writesMemoriesAndEvents() throws IOException {
        Outcome outcome = export(SCENARIO);

        assertEquals(ExitCode.FINE, outcome.code(), outcome.err());
        assertTrue(outcome.out().contains("not exact: The chip computes a leak by a constant"), outcome.out());
        // Of the 30 ticks, each has a leak and a spike.
        assertEquals(60, Files.readAllLines(chip().resolve("inputs.mem")).size());
        // A row of the second input: the same weight to three neurons, none to the fourth.
        List<String> synapses = Files.readAllLines(chip().resolve("synapses.mem"));
        String row = synapses.get(5 * 32);
        assertEquals("00000", row.substring(0, 5));
        assertEquals(row.charAt(7), row.charAt(5));
        assertEquals(
                List.of(
                        "row,population,neuron",
                        "0,first,0",
                        "1,first,1",
                        "2,first,2",
                        "3,second,0",
                        "4,in,0",
                        "5,in,1"),
                Files.readAllLines(chip().resolve("rows.csv")));
        assertEquals(
                Files.readAllLines(chip().resolve("outputs.mem")).size() + 1,
                Files.readAllLines(chip().resolve("outputs.csv")).size());
    }

    @Test
    void writesTheSameFilesAgain() throws IOException {
        export(SCENARIO);
        String outputs = Files.readString(chip().resolve("outputs.mem"));

        assertEquals(ExitCode.FINE, export(SCENARIO).code());
        assertEquals(outputs, Files.readString(chip().resolve("outputs.mem")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "size: 3| size: 300| found 301 neurons and 2 inputs, 47 more than the 256 rows that they share",
                "weights: 0.25| weights: 0.25, delay: 3 ms| found a delay of 3 ticks from first to second, expected"
                        + " the shortest, 1",
                "beta: 0.8| beta: 0.8, refractory: 2 ms| found a refractory period (first), which the chip does not"
                        + " have",
                "beta: 0.8| beta: 0.8, bias: 0.1| found a constant current (first), which the chip does not have"
            })
    void saysWhatDoesNotFit(String from, String to, String message) throws IOException {
        Outcome outcome = export(SCENARIO.replace(from, to));

        assertEquals(ExitCode.BAD_INPUT, outcome.code(), outcome.out());
        assertTrue(outcome.err().contains("does not fit on tinyodin: " + message), outcome.err());
        assertTrue(Files.notExists(chip()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--target tinyodin --data samples| found --data with {file}, which is no model file, expected one",
                "--data samples| found --data without --target, expected both"
            })
    void refusesSamplesForAScenario(String options, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("scenario.yaml"), SCENARIO);
        List<String> words = new ArrayList<>(List.of("export", file.toString(), "--out", chip().toString()));
        words.addAll(List.of(options.split(" ")));

        Outcome outcome = ganglion(words.toArray());

        assertEquals(ExitCode.BAD_INPUT, outcome.code(), outcome.out());
        assertTrue(outcome.err().contains(message.replace("{file}", file.toString())), outcome.err());
    }

    @Test
    void refusesATargetThatItDoesNotKnow() {
        Outcome outcome = ganglion("export", "scenario.yaml", "--target", "loihi", "--out", chip().toString());

        assertEquals(ExitCode.BAD_INPUT, outcome.code());
        assertTrue(outcome.err().contains("found --target loihi, expected tinyodin"), outcome.err());
    }

    /** A model that tells which of two channels fires: with or without a leak, and weights of any size. */
    private Path trained(String beta) throws IOException {
        for (int sample = 0; sample < 8; sample++) {
            StringBuilder spikes = new StringBuilder("time,neuron\n");
            for (int tick = sample / 2; tick < 10; tick++) {
                spikes.append(tick / 1000.0).append(',').append(sample % 2).append('\n');
            }
            Path file = folder.resolve("data")
                    .resolve(sample % 2 == 0 ? "left" : "right")
                    .resolve(sample + ".csv");
            Files.createDirectories(file.getParent());
            Files.writeString(file, spikes);
        }
        Path experiment = Files.writeString(folder.resolve("experiment.yaml"), """
            experiment: sides
            data: {training: {kind: spike-lists, path: data}}
            features: {step: 1 ms, duration: 10 ms, channels: 2}
            network:
              layers:
                - {kind: dense, outputs: 6, bias: false}
                - {kind: leaky, beta: BETA, reset: zero, threshold: 0.7}
                - {kind: dense, outputs: 2, bias: false}
                - {kind: leaky, beta: BETA, reset: zero, threshold: 0.4}
            training: {epochs: 30, optimiser: {kind: adam, learning-rate: 0.03}}
            """.replace("BETA", beta));
        Path model = folder.resolve("model.zip");
        Outcome outcome = ganglion("train", experiment, "--out", model, "--quiet");
        assertEquals(ExitCode.FINE, outcome.code(), outcome.err());
        return model;
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0.9"})
    void aTrainedNetworkDecides(String beta) throws IOException {
        Path model = trained(beta);

        Outcome outcome = ganglion(
                "export", model, "--target", "tinyodin@1MHz", "--data", folder.resolve("data"), "--out", chip());

        assertEquals(ExitCode.FINE, outcome.code(), outcome.err());
        assertTrue(outcome.out().contains("on the chip, event by event       100.00 %"), outcome.out());
        assertFalse(outcome.out().contains("behind"), outcome.out());
        List<String> decisions = Files.readAllLines(chip().resolve("decisions.csv"));
        assertEquals(9, decisions.size());
        assertTrue(
                decisions.stream().skip(1).allMatch(line -> line.matches("\\d,(left|right),\\1,\\d+")),
                decisions::toString);
        // Between samples, nothing is left of the one before.
        assertTrue(Files.readAllLines(chip().resolve("states.mem")).stream().allMatch("000"::equals));
    }

    @Test
    void saysWhichSamplesAModelNeeds() throws IOException {
        Path model = trained("1");

        Outcome outcome = ganglion("export", model, "--target", "tinyodin", "--out", chip());

        assertEquals(ExitCode.BAD_INPUT, outcome.code(), outcome.out());
        assertTrue(outcome.err().contains("and no --data, expected samples to decide on"), outcome.err());
    }

    /** {@code seen.csv} is what the hardware description gave. */
    @Test
    void aTrainedNetworkGivesTheEventsOfTheHardware() throws IOException {
        Outcome outcome = exportYinYang(YIN_YANG.resolve("samples"));

        assertTrue(outcome.out().contains("on the chip, event by event       100.00 %"), outcome.out());
        assertEquals(Files.readString(YIN_YANG.resolve("seen.csv")), Files.readString(chip().resolve("outputs.csv")));
    }

    private Outcome exportYinYang(Path samples) {
        Path model = YIN_YANG.resolve("model.zip");
        Outcome outcome = ganglion("export", model, "--target", "tinyodin@20MHz", "--data", samples, "--out", chip());
        assertEquals(ExitCode.FINE, outcome.code(), outcome.err());
        return outcome;
    }

    /** All 1,000 test points: four minutes of a core. */
    @Tag("slow")
    @Test
    void aTrainedNetworkDecidesAlikeInTheHardware() throws IOException, InterruptedException {
        assumeInstalled("verilator");
        Files.createDirectories(chip());
        Path data = folder.resolve("data");
        run(0, List.of("python3", YIN_YANG.resolve("make.py").toString(), data.toString()));
        assertTrue(exportYinYang(data.resolve("test")).out().contains("96.80 %"));

        String said = run(0, testbench("verilator", "+image"));

        assertTrue(said.contains("equal: "), said);
        assertEquals(Files.readString(chip().resolve("outputs.csv")), Files.readString(chip().resolve("seen.csv")));
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"iverilog, 100kHz, +image", "iverilog, 1MHz, +spi", "verilator, 100kHz, +image", "verilator, 1MHz, +spi"
    })
    void passesItsTestbench(String tool, String clock, String loading) throws IOException, InterruptedException {
        assumeInstalled(tool);
        export(SCENARIO, clock);
        List<String> check = testbench(tool, loading);

        String said = run(0, check);

        int events = Files.readAllLines(chip().resolve("outputs.mem")).size();
        assertTrue(said.contains("equal: " + events + " output events in their cycles, 4 potentials"), said);
        assertEquals(Files.readString(chip().resolve("outputs.csv")), Files.readString(chip().resolve("seen.csv")));

        List<String> expected = Files.readAllLines(chip().resolve("outputs.mem"));
        Files.write(chip().resolve("outputs.mem"), expected.subList(1, events));
        said = run(1, check);
        long cycle = Long.parseLong(expected.get(0).substring(0, 12), 16);
        int neuron = Integer.parseInt(expected.get(0).substring(12), 16);
        assertTrue(
                said.contains("different: output event 0, expected neuron")
                        && said.contains(", found neuron " + neuron + " in cycle " + cycle),
                said);
    }

    /** Skips the test, with a line that says how it would run. */
    private static void assumeInstalled(String tool) {
        assumeTrue(
                !System.getProperty(RTL, "").isEmpty(),
                "-D" + RTL + "=FOLDER is not given: a folder with a clone of github.com/ChFrenkel/tinyODIN");
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(":"))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, tool))),
                tool + " is not installed; on Debian: apt install " + tool);
    }

    /** Compiles the testbench as the README of the folder says; gives the command that runs it. */
    private List<String> testbench(String tool, String loading) throws IOException, InterruptedException {
        String readme = Files.readString(chip().resolve("README.md"));
        String compile = readme.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(tool))
                .findFirst()
                .orElseThrow();
        List<String> words = new ArrayList<>(List.of(compile.split(" ")));
        assertEquals("$RTL/*.v", words.remove(words.size() - 1));
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty(RTL), "tinyODIN"))) {
            files.map(Path::toString).filter(name -> name.endsWith(".v")).forEach(words::add);
        }
        run(0, words);
        return tool.equals("iverilog")
                ? List.of("vvp", "check.vvp", loading)
                : List.of(chip().resolve("obj_dir/Vcheck").toString(), loading);
    }

    /** @param wanted 0, or 1 for any other exit code */
    private String run(int wanted, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(chip().toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        assertEquals(wanted, Math.min(process.waitFor(), 1), said);
        return said;
    }
}
