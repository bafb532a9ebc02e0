package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ganglion.cli.CommandLineUnderTest.Outcome;
import ganglion.cli.terminal.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table of bad input: each command line with what it says, which is one line with what was found and what is expected. The exit code is 2,
 * nothing goes to standard output, and no file is written or changed.
 */
final class RefusalsTest {

    /** A part of a scenario that runs, what stands in its place, and below it what {@code run} says; ~ is a line break. */
    private static final String SCENARIOS = """
            beta: 0.9 | beta: -0.1
                IN/bad/bad.yaml:7: /network/populations/0/parameters/beta: found -0.1, expected at least 0
            beta: 0.9 | beta: 1.5
                IN/bad/bad.yaml:7: /network/populations/0/parameters/beta: found 1.5, expected at most 1
            beta: 0.9 | beta: .nan
                IN/bad/bad.yaml:7: /network/populations/0/parameters/beta: found .nan, expected a finite number
            threshold: 1 | threshold: .inf
                IN/bad/bad.yaml:7: /network/populations/0/parameters/threshold: found .inf, expected a finite number
            threshold: 1 | treshold: 1
                IN/bad/bad.yaml:7: /network/populations/0/parameters/treshold: found the unknown key "treshold", expected one of beta, ..., did you mean "threshold"?
            size: 2, model | size: -2, model
                IN/bad/bad.yaml:7: /network/populations/0/size: found -2, expected at least 1
            tick: 1 ms | tick: 0 ms
                IN/bad/bad.yaml:2: /clock/tick: found "0 ms", expected 1 ns to 1 s
            tick: 1 ms | tick: 1 furlong
                IN/bad/bad.yaml:2: /clock/tick: found "1 furlong", expected a time such as 2 ms (s, ms, us, ns, ps)
            duration: 50 ms | duration: -50 ms
                IN/bad/bad.yaml:2: /clock/duration: found "-50 ms", expected a time such as 2 ms or 3 ticks (s, ms, us, ns, ps, ticks), not below 0
            delay: 1 tick | delay: 0 ticks
                IN/bad/bad.yaml:9: /network/projections/0/delay: found a delay of "0 ticks", expected at least 1 tick (1 ms) and at most 2147483647 ticks
            delay: 1 tick | delay: 1.5 ms
                IN/bad/bad.yaml:9: /network/projections/0/delay: found "1.5 ms", expected a multiple of the tick of 1 ms
            weights: 1.0 | weights: -.inf
                IN/bad/bad.yaml:9: /network/projections/0/weights: found -.inf, expected a finite number
            connectivity: one-to-one, weights: 1.0 | weights: three.csv
                IN/bad/bad.yaml:9: /network/projections/0/weights: three.csv: line 2: found more than the expected 4 numbers
            connectivity: one-to-one, weights: 1.0 | weights: words.csv
                IN/bad/bad.yaml:9: /network/projections/0/weights: words.csv: line 2: found "many", expected a finite number
            connectivity: one-to-one, weights: 1.0 | weights: gone.npy
                IN/bad/bad.yaml:9: /network/projections/0/weights: found "gone.npy", but there is no such file
            to: out | to: aut
                IN/bad/bad.yaml:9: /network/projections/0/to: found "aut", expected the name of a population (there is out), did you mean "out"?
            from: taps | from: nowhere
                IN/bad/bad.yaml:9: /network/projections/0/from: found "nowhere", expected the name of an input or population (there is taps, out)
            hardware: [loihi | hardware: [lohi
                IN/bad/bad.yaml:11: /hardware/0: found "lohi", expected a name of "ganglion profile list", or a profile file ending in .yaml or .json, did you mean "loihi"?
            between: [3, 3] | between: [5, 3]
                IN/bad/bad.yaml:13: /expect/0/between: found limits that nothing can keep, expected the lower one first
            between: [3, 3] | betwen: [3, 3]
                IN/bad/bad.yaml:13: /expect/0/betwen: found the unknown key "betwen", did you mean "between"?
            clock: | klock:
                IN/bad/bad.yaml:2: /klock: found the unknown key "klock", did you mean "clock"?
            populations: | popullations:
                IN/bad/bad.yaml:6: /network/popullations: found the unknown key "popullations", expected one of populations, projections, did you mean "populations"?
            expect: | expects:
                IN/bad/bad.yaml:12: /expects: found the unknown key "expects", did you mean "expect"?
            decision: | scenario: again~decision:
                IN/bad/bad.yaml:10: /scenario: found the key "scenario" twice, first in line 1
            network: | network: [
                IN/bad/bad.yaml:7: not valid YAML: found "-" in column 5, expected keys and values; a text that begins with one of !&*|>%@ needs quotes
            spikes: taps.csv | spikes: nine.csv
                IN/bad/bad.yaml:4: /inputs/0/spikes: nine.csv: line 3: found neuron 9, expected 0 to 1
            spikes: taps.csv | spikes: gone.csv
                IN/bad/bad.yaml:4: /inputs/0/spikes: found "gone.csv", but there is no such file
            spikes: taps.csv, size: 2 | audio: broken.wav, frontend: {hop: 1 ms, mel-bands: 2}
                IN/bad/bad.yaml:4: /inputs/0/audio: broken.wav: not a sound file of a known kind: it starts with 'no s', expected WAV (RIFF), ...
            spikes: taps.csv, size: 2 | audio: gone.wav, frontend: {hop: 1 ms, mel-bands: 2}
                IN/bad/bad.yaml:4: /inputs/0/audio: found "gone.wav", but there is no such file
            scenario: two-taps | scenario: !!javax.script.ScriptEngineManager [x]
                IN/bad/bad.yaml:1: /scenario: found the tag "tag:yaml.org,2002:javax.script.ScriptEngineManager", expected a plain value
            """;

    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+'[^']*'|\\S+)");

    @TempDir
    private static Path folder;

    @BeforeAll
    static void makeInputs() throws IOException {
        new RefusedInputs(folder);
    }

    private static List<Arguments> pairs(String table) {
        List<String> lines = table.lines().toList();
        List<Arguments> pairs = new ArrayList<>();
        for (int i = 0; i < lines.size(); i += 2) {
            pairs.add(arguments(lines.get(i), lines.get(i + 1).strip()));
        }
        return pairs;
    }

    /** A command line, and below it what it says. IN is a folder with {@link RefusedInputs}; words with spaces stand in quotes; ... is any text; escapes are those of Java. */
    static List<Arguments> commandLines() throws IOException {
        try (InputStream table = RefusalsTest.class.getResourceAsStream("refused-command-lines.txt")) {
            return pairs(new String(table.readAllBytes(), StandardCharsets.UTF_8).translateEscapes());
        }
    }

    static List<Arguments> scenarios() {
        return pairs(SCENARIOS);
    }

    @ParameterizedTest
    @MethodSource("commandLines")
    void aCommandLineIsRefused(String line, String said) throws IOException {
        Object[] words = WORD.matcher(line)
                .results()
                .map(word -> word.group().replace("'", "").replace("IN", folder.toString()))
                .toArray();
        assertRefused(said, words);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aScenarioIsRefused(String change, String said) throws IOException {
        String[] parts = change.split(" \\| ");
        String text = Files.readString(folder.resolve("scenario/scenario.yaml"));
        assertTrue(text.contains(parts[0]), change);
        Path bad =
                Files.writeString(folder.resolve("bad/bad.yaml"), text.replace(parts[0], parts[1].replace('~', '\n')));
        assertRefused(said, "run", bad, "--out", folder.resolve("out"));
    }

    @Test
    void everyMistakeOfAScenarioIsALine() {
        Outcome run = ganglion(
                "run",
                folder.resolve("scenario/scenario.yaml"),
                "--set=/network/populations/0/size=-2",
                "--set=/network/populations/0/parameters/beta=7");

        assertEquals(ExitCode.BAD_INPUT, run.code());
        assertEquals(2, run.errorLines().size(), run::toString);
    }

    private static void assertRefused(String said, Object... words) throws IOException {
        Map<Path, Object> before = files();
        Outcome outcome = ganglion(words);
        outcome.assertRefusedInOneLine();
        String line = outcome.err().strip().replace(folder.toString(), "IN");
        String expected =
                Stream.of(said.split("\\.\\.\\.", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        if (!line.matches(expected)) {
            assertEquals(said, line);
        }
        assertEquals(before, files());
    }

    /** Every file with the time at which it was last changed. */
    private static Map<Path, Object> files() throws IOException {
        Map<Path, Object> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(file, Files.getLastModifiedTime(file));
            }
        }
        return files;
    }
}
