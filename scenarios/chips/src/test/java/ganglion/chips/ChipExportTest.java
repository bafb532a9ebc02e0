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

/** A network in the files of a chip; where the chip's hardware description is at hand, the testbench that goes with them finds them right. */
class ChipExportTest {

    private static final String RTL = "ganglion.odin-rtl";

    private static final Path YIN_YANG = ProjectRoot.find().resolve("scenarios/gallery/yin-yang-on-tinyodin");

    @TempDir
    private Path folder;

    private Outcome export(String scenario) throws IOException {
        return export(scenario, "tinyodin@100kHz");
    }

    private Outcome export(String scenario, String target) throws IOException {
        return ganglion("export", Pair.file(folder, scenario), "--target", target, "--out", chip());
    }

    private Path chip() {
        return folder.resolve("chip");
    }

    @Test
    void writesMemoriesAndEvents() throws IOException {
        Outcome outcome = export(Pair.SCENARIO);

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

    /** Half a second at 75 MHz is 37.5 million cycles: hours in Icarus. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tinyodin@100kHz| take Icarus about 1 s, and Verilator about 1 s",
                "odin| take Icarus about 1.9 hours, and Verilator about 62 s"
            })
    void tellsWhatSimulatorsTake(String target, String expected) throws IOException {
        export(Pair.SCENARIO.replace("-0.3", "0").replace("30 ms", target.equals("odin") ? "500 ms" : "30 ms"), target);

        String readme = Files.readString(chip().resolve("README.md")).replaceAll("\\s+", " ");
        assertTrue(readme.contains(expected), readme);
    }

    /** What the testbench saw may have taken hours. */
    @Test
    void theSameProgramStaysWithWhatItsTestbenchSaw() throws IOException {
        export(Pair.SCENARIO);
        String outputs = Files.readString(chip().resolve("outputs.mem"));
        Files.writeString(chip().resolve("seen.csv"), "time,neuron\n");
        List<String> before = names(chip());

        assertEquals(ExitCode.FINE, export(Pair.SCENARIO).code());
        assertEquals(outputs, Files.readString(chip().resolve("outputs.mem")));
        assertEquals(before, names(chip()));

        Outcome other = export(Pair.SCENARIO, "odin");

        assertEquals(ExitCode.BAD_INPUT, other.code(), other.out());
        assertTrue(other.err().contains(chip() + ": holds seen.csv, which is of another program"), other.err());
        assertEquals(before, names(chip()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"spi.mem", "check.sv"})
    void aProgramThatWasChangedStays(String name) throws IOException {
        export(Pair.SCENARIO);
        Path file = chip().resolve(name);
        String changed = Files.readString(file) + "// mine\n";
        Files.writeString(file, changed);

        Outcome outcome = export(Pair.SCENARIO);

        assertEquals(ExitCode.BAD_INPUT, outcome.code(), outcome.out());
        assertEquals(
                chip() + ": holds " + name + ", which was changed since Ganglion wrote it; expected it elsewhere, or"
                        + " another --out",
                outcome.err().strip());
        assertEquals(changed, Files.readString(file));
    }

    @Test
    void anExportWithoutSamplesListsNoDecisions() throws IOException {
        export(Pair.SCENARIO);

        String readme = Files.readString(chip().resolve("README.md"));
        assertFalse(readme.contains("decisions.csv"), readme);
        assertTrue(readme.contains("4 neurons at 100 kHz,"), readme);
    }

    private List<String> names(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** What tools and killed exports have left of another chip's program goes with it. */
    @Test
    void aProgramReplacesTheOneBeforeAsAWhole() throws IOException {
        String id = "-01234567-0123-0123-0123-0123456789ab.ganglion-";
        export(Pair.SCENARIO, "odin");
        List<String> written = names(chip());
        // An export was killed between its two moves.
        Files.move(chip(), folder.resolve(".chip" + id + "old"));
        Files.createDirectory(folder.resolve(".chip" + id + "tmp"));
        for (String name : List.of("check.vvp", "check.vcd", ".spi.mem" + id + "tmp", ".DS_Store")) {
            Files.writeString(folder.resolve(".chip" + id + "old").resolve(name), "old");
        }
        Files.createDirectory(folder.resolve(".chip" + id + "old/obj_dir"));

        Outcome outcome = export(Pair.SCENARIO);

        assertEquals(ExitCode.FINE, outcome.code(), outcome.err());
        assertEquals(written, names(chip()));
        assertTrue(Files.readString(chip().resolve("README.md")).contains("on tinyODIN"));
        assertEquals(
                List.of("chip"),
                names(folder).stream().filter(name -> name.contains("chip")).toList());
    }

    @Test
    void aFolderWithFilesOfTheUserStays() throws IOException {
        export(Pair.SCENARIO);
        Files.writeString(chip().resolve("notes.txt"), "mine");
        List<String> before = names(chip());

        Outcome outcome = export(Pair.SCENARIO, "odin");

        assertEquals(ExitCode.BAD_INPUT, outcome.code(), outcome.out());
        assertEquals(
                chip() + ": holds notes.txt, which is not of an export; expected it elsewhere, or another --out",
                outcome.err().strip());
        assertEquals(before, names(chip()));
        assertTrue(Files.readString(chip().resolve("README.md")).contains("on tinyODIN"));
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
                "beta: 0.8| beta: 0.8, bias: 0.1| found a constant current (first), which the chip does not have",
                "beta: 0.8| beta: 1, threshold: 1e9| found weights into first that are all lost, as potentials of"
                        + " 2047 steps hold the threshold, expected a lower threshold"
            })
    void saysWhatDoesNotFit(String from, String to, String message) throws IOException {
        Outcome outcome = export(Pair.SCENARIO.replace(from, to));

        assertEquals(ExitCode.BAD_INPUT, outcome.code(), outcome.out());
        assertTrue(outcome.err().contains("does not fit on tinyodin: " + message), outcome.err());
        assertTrue(Files.notExists(chip()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "size: 3| size: 300| found 301 neurons and 2 inputs, 47 more than the 256 rows that they share",
                "from: second, to: first| from: first, to: first| found weights of both signs from 3 of 6 neurons and"
                        + " inputs, the first of them neuron 0 of first, expected one sign: that of the row",
                "{beta: 0.8}| {beta: 0.8, initial-potential: -2}| found an initial potential of -20 in steps of the"
                        + " weights into first, expected 0 to 255"
            })
    void saysWhatOdinCannotHold(String from, String to, String message) throws IOException {
        Outcome outcome = export(Pair.SCENARIO.replace(from, to), "odin");

        assertEquals(ExitCode.BAD_INPUT, outcome.code(), outcome.out());
        assertTrue(outcome.err().contains("does not fit on odin: " + message), outcome.err());
        assertTrue(Files.notExists(chip()));
    }

    /** ODIN has a word of 128 bits for a neuron, and rows that inhibit. */
    @Test
    void writesTheMemoriesOfOdin() throws IOException {
        Outcome outcome = export(Pair.SCENARIO, "odin@20MHz");

        assertEquals(ExitCode.FINE, outcome.code(), outcome.err());
        List<String> neurons = Files.readAllLines(chip().resolve("neurons.mem"));
        assertEquals(256, neurons.size());
        assertTrue(neurons.get(0).matches("0{16}[0-9a-f]{16}"), neurons.get(0));
        assertEquals("80000000000000000000000000000001", neurons.get(4));
        List<String> spi = Files.readAllLines(chip().resolve("spi.mem"));
        assertTrue(spi.get(2).startsWith("0000200008 // SPI_SYN_SIGN"), spi.get(2));
        // Registers, 16 bytes of each neuron and one of each other, 4 of each row, and the start.
        assertEquals(26 + 4 * 16 + 252 + 6 * 4 + 2, spi.size());
    }

    /** What comes out of the chip is a raster, as a run has one: at 20 kHz neurons fire more than once in a tick, and after the end. */
    @ParameterizedTest
    @CsvSource({"tinyodin@100kHz", "tinyodin@20kHz", "tinyodin@1234567Hz", "odin@1.3MHz"})
    void outputEventsAreThoseOfTheRun(String target) throws IOException {
        export(Pair.SCENARIO, target);
        Path scenario = Pair.file(folder, Pair.SCENARIO + "hardware: [{profile: " + target + ", apply: bit-true}]\n");
        Path run = folder.resolve("run");
        assertEquals(ExitCode.FINE, ganglion("run", scenario, "--out", run).code());
        Path raster = folder.resolve("seen.csv");

        Outcome imported = importEvents(raster);

        assertEquals(ExitCode.FINE, imported.code(), imported.err());
        assertEquals(Files.readString(chip().resolve("raster.csv")), Files.readString(raster));
        assertEquals("spikes: the same", ganglion("diff", run, raster).out().strip());

        List<String> events = Files.readAllLines(chip().resolve("outputs.csv"));
        Files.writeString(chip().resolve("outputs.csv"), events.get(0) + "\n");
        importEvents(raster);
        Outcome differs = ganglion("diff", run, raster);

        assertEquals(ExitCode.EXPECTATION_FAILED, differs.code());
        assertTrue(differs.out().contains("spikes: a spike too many in "), differs.out());
    }

    private Outcome importEvents(Path raster) {
        return ganglion(
                "import", chip().resolve("outputs.csv"), "--raster", chip().resolve("raster.csv"), "--out", raster);
    }

    @Test
    void tellsOfEventsAfterTheEnd() throws IOException {
        export(Pair.SCENARIO);
        Files.writeString(chip().resolve("outputs.csv"), "time,neuron\n0.001,0\n0.5,0\n5000,1\n");

        Outcome outcome = importEvents(folder.resolve("seen.csv"));

        assertEquals(ExitCode.FINE, outcome.code(), outcome.err());
        assertTrue(
                outcome.out()
                        .contains("not exact: 2 of the output events are after the end of the run, 30 ms, and are"
                                + " left out (the first: line 3, 0.5 s)"),
                outcome.out());
        assertTrue(outcome.out().contains("1 spikes of 3 output events"), outcome.out());
        assertFalse(outcome.out().contains("merged"), outcome.out());
    }

    @Test
    void refusesToReplaceTheRasterThatItReads() throws IOException {
        export(Pair.SCENARIO);
        String expected = Files.readString(chip().resolve("raster.csv"));

        Outcome outcome = importEvents(chip().resolve("raster.csv"));

        assertEquals(ExitCode.BAD_INPUT, outcome.code(), outcome.out());
        assertTrue(outcome.err().contains("is the raster that --raster reads, expected another --out"), outcome.err());
        assertEquals(expected, Files.readString(chip().resolve("raster.csv")));
    }

    @Test
    void aRasterIsNoScenario() throws IOException {
        export(Pair.SCENARIO);

        Outcome outcome = importEvents(folder.resolve("seen.yaml"));

        assertEquals(ExitCode.BAD_INPUT, outcome.code(), outcome.out());
        assertTrue(outcome.err().contains("is to hold a raster, expected a name that ends in .csv"), outcome.err());
    }

    @Test
    void saysWhatAnImportOfEventsNeeds() throws IOException {
        export(Pair.SCENARIO);

        Outcome outcome = ganglion("import", chip().resolve("outputs.csv"), "--out", folder.resolve("seen.csv"));

        assertEquals(ExitCode.BAD_INPUT, outcome.code(), outcome.out());
        assertTrue(
                outcome.err().contains("found no --tick, expected one such as --tick 1ms for a NIR graph, or --")
                        && outcome.err().contains(", or --raster for output events of a chip (a raster)"),
                outcome.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.001,4| outputs.csv:2: found neuron 4, expected 0 to 3",
                "-1,0| outputs.csv:2: found the time -1, expected at least 0",
                "soon,0| outputs.csv:2: found \"soon\", expected a finite number"
            })
    void refusesEventsThatTheProgramCannotHave(String line, String message) throws IOException {
        export(Pair.SCENARIO);
        Files.writeString(chip().resolve("outputs.csv"), "time,neuron\n" + line + "\n");
        Path raster = folder.resolve("seen.csv");

        Outcome outcome = importEvents(raster);

        assertEquals(ExitCode.BAD_INPUT, outcome.code(), outcome.out());
        assertTrue(outcome.err().contains(message), outcome.err());
        assertTrue(Files.notExists(raster));

        Files.writeString(raster, "mine");
        assertTrue(importEvents(raster).err().contains("is not a raster and stays as it is"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--target tinyodin --data samples| found --data with {file}, which is no model file, expected one",
                "--data samples| found --data without --target, expected both"
            })
    void refusesSamplesForAScenario(String options, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("scenario.yaml"), Pair.SCENARIO);
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
        assertTrue(
                outcome.err().contains("found --target loihi, expected odin or tinyodin, or one with a clock"),
                outcome.err());
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
        Path rtl = assumeInstalled("verilator", "tinyODIN");
        Files.createDirectories(chip());
        Path data = folder.resolve("data");
        run(0, List.of("python3", YIN_YANG.resolve("make.py").toString(), data.toString()));
        assertTrue(exportYinYang(data.resolve("test")).out().contains("96.80 %"));

        String said = run(0, testbench("verilator", "+image", rtl));

        assertTrue(said.contains("equal: "), said);
        assertEquals(Files.readString(chip().resolve("outputs.csv")), Files.readString(chip().resolve("seen.csv")));
    }

    /** The slower clock of each ends while the chip is at work. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "iverilog, tinyodin@100kHz, +image",
        "iverilog, tinyodin@1MHz, +spi",
        "verilator, tinyodin@100kHz, +image",
        "verilator, tinyodin@1MHz, +spi",
        "iverilog, odin@1.3MHz, +image",
        "verilator, odin@1.3MHz, +spi",
        "verilator, odin@75MHz, +image",
        "verilator, odin@20MHz, +spi"
    })
    void passesItsTestbench(String tool, String target, String loading) throws IOException, InterruptedException {
        Path rtl = assumeInstalled(tool, target.startsWith("odin") ? "ODIN" : "tinyODIN");
        export(Pair.SCENARIO, target);
        List<String> check = testbench(tool, loading, rtl);

        String said = run(0, check);

        int events = Files.readAllLines(chip().resolve("outputs.mem")).size();
        assertTrue(said.contains("equal: " + events + " output events in their cycles, 4 potentials"), said);
        assertEquals(Files.readString(chip().resolve("outputs.csv")), Files.readString(chip().resolve("seen.csv")));

        Path file = chip().resolve("outputs.mem");
        List<String> expected = Files.readAllLines(file);
        long cycle = Long.parseLong(expected.get(0).substring(0, 12), 16);
        int neuron = Integer.parseInt(expected.get(0).substring(12), 16);
        Files.writeString(file, Files.readString(file).replaceFirst("^....", "0001"));
        said = run(1, check);
        assertTrue(
                said.contains("different: output event 0, expected neuron")
                        && said.contains(", found neuron " + neuron + " in cycle " + cycle),
                said);

        Files.write(file, expected.subList(1, events));
        said = run(1, check);
        assertTrue(said.contains("outputs.mem: word " + events + " is not as it was exported"), said);
        List<String> longer = new ArrayList<>(expected);
        longer.add(expected.get(0));
        Files.write(file, longer);
        said = run(1, check);
        assertTrue(said.contains("outputs.mem: word " + (events + 1) + " is not as it was exported"), said);
    }

    /** A layer that nothing reaches is silent on both chips. */
    @ParameterizedTest
    @ValueSource(strings = {"tinyodin", "odin"})
    void neuronsWithoutSynapsesAreSilent(String target) throws IOException {
        String spare = Pair.SCENARIO.replace(
                "  projections:", "    - {name: spare, size: 2, model: lif, parameters: {beta: 0.8}}\n  projections:");

        Outcome outcome = export(spare, target);

        assertEquals(ExitCode.FINE, outcome.code(), outcome.err());
        List<String> rows = Files.readAllLines(chip().resolve("rows.csv"));
        assertEquals(List.of("4,spare,0", "5,spare,1"), rows.subList(5, 7));
        assertTrue(
                Files.readAllLines(chip().resolve("outputs.csv")).stream().noneMatch(line -> line.matches(".*,[45]")));
        Outcome restless =
                export(spare.replace("beta: 0.8}}\n  proj", "beta: 0.8, initial-potential: 2}}\n  proj"), target);
        assertTrue(restless.err().contains("found a spike of neurons that no synapse reaches (spare)"), restless.err());
    }

    /** The folder of a chip's hardware description; without it or the tool, the test is skipped, with a line that says how it would run. */
    private static Path assumeInstalled(String tool, String title) {
        assumeTrue(
                !System.getProperty(RTL, "").isEmpty(),
                "-D" + RTL + "=FOLDER is not given: a folder with clones of github.com/ChFrenkel/tinyODIN and ODIN");
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(":"))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, tool))),
                tool + " is not installed; on Debian: apt install " + tool);
        return Path.of(System.getProperty(RTL), title);
    }

    /** Compiles the testbench as the README of the folder says; gives the command that runs it. */
    private List<String> testbench(String tool, String loading, Path rtl) throws IOException, InterruptedException {
        String readme = Files.readString(chip().resolve("README.md"));
        String compile = readme.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(tool))
                .findFirst()
                .orElseThrow();
        String sources = " $(find $RTL -name '*.v')";
        assertTrue(compile.endsWith(sources), compile);
        List<String> words = new ArrayList<>(List.of(
                compile.substring(0, compile.length() - sources.length()).split(" ")));
        try (Stream<Path> files = Files.walk(rtl)) {
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
