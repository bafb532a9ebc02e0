package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cli.CommandLineUnderTest.Outcome;
import ganglion.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a change of a scenario changed in its run. */
final class DiffCommandTest {

    @TempDir
    private Path temporary;

    private ScenarioOnDisk scenario;

    @BeforeEach
    void writeAScenario() throws IOException {
        scenario = new ScenarioOnDisk(temporary.resolve("scenario"));
    }

    private Path run(String name, Object... more) {
        Path out = temporary.resolve(name);
        Object[] words = new Object[more.length + 5];
        System.arraycopy(new Object[] {"run", scenario.file(), "--out", out, "--quiet"}, 0, words, 0, 5);
        System.arraycopy(more, 0, words, 5, more.length);
        ganglion(words);
        return out;
    }

    @Test
    void findsNothingBetweenTwoRunsOfOneScenario() {
        Outcome outcome = ganglion("diff", run("a"), run("b", "--neurons-per-actor", "1"));

        outcome.assertFine();
        assertEquals("nothing differs\n", outcome.out());
    }

    @Test
    void tellsNetworksApartThatFireAlike() throws IOException {
        Path before = run("a");
        scenario.with("weights: 1.0", "weights: 1.5");

        Outcome outcome = ganglion("diff", before, run("b"));

        assertEquals(ExitCode.EXPECTATION_FAILED, outcome.code(), outcome::toString);
        assertTrue(outcome.out().startsWith("spikes: the same\n"), outcome.out());
        assertTrue(
                outcome.out().matches("(?s).*\nnetwork fingerprint +\\p{XDigit}+ +\\p{XDigit}+ *\n.*"), outcome.out());
    }

    @Test
    void saysThatNetworksOfStreamedRunsAreNotCompared() throws IOException {
        scenario.with("hardware: [loihi, stm32u575]", "")
                .with("decision: {population: out}", "record: {stream: true}")
                .with("expect:\n  - {spikes: {population: out}, between: [3, 3]}", "");

        Outcome outcome = ganglion("diff", run("a"), run("b"));

        outcome.assertFine();
        assertEquals(
                "nothing differs; the networks were not compared, since a run with streamed spikes does not say which"
                        + " it ran\n",
                outcome.out());
    }

    @Test
    void tellsWhereSpikesDepartAndWhatThatCosts() throws IOException {
        Path before = run("a");
        scenario.withFile("taps.csv", "time,neuron\n0.001,0\n0.010,1\n");

        Outcome outcome = ganglion("diff", before, run("b"));

        assertEquals(ExitCode.EXPECTATION_FAILED, outcome.code(), outcome::toString);
        assertEquals("", outcome.err());
        assertTrue(
                outcome.out()
                        .contains("passed  failed\n"
                                + "spikes: a spike missing in taps at tick 5 (5 ms), neuron 0 (2 spikes, the first run"
                                + " has 3)\n"),
                outcome.out());
        assertTrue(outcome.out().matches("(?s).*\nout +3 +2 +-33.3 %\n.*"), outcome.out());
        assertTrue(outcome.out().matches("(?s).*\nactivity synapticEvents +3 +2 +-33.3 %\n.*"), outcome.out());
        assertTrue(
                outcome.out().matches("(?s).*\nloihi, spikes, marginal energy of a decision \\(J\\) +\\S+ +\\S+ +-.*"),
                outcome.out());
        assertTrue(outcome.out().matches("(?s).*\nspikes of out \\(/expect/0\\) +3 +2.*"), outcome.out());
    }

    /** The same spikes, held against another limit. */
    @Test
    void tellsFirstWhichExpectationFailsNow() throws IOException {
        Path before = run("a");
        scenario.with("between: [3, 3]", "between: [4, 4]");

        Outcome outcome = ganglion("diff", before, run("b"));

        assertEquals(ExitCode.EXPECTATION_FAILED, outcome.code(), outcome::toString);
        assertTrue(
                outcome.out()
                        .matches("(?s)\nexpectations of another outcome +first +second\nspikes of out"
                                + " \\(/expect/0\\) +passed +failed\nspikes: the same\n.*"),
                outcome.out());
    }

    @Test
    void namesTheValueThatWasChangedAndKeepsOutcomesApart() throws IOException {
        Path before = run("a");
        scenario.with("threshold: 1}", "threshold: 2}");

        String out = ganglion("diff", before, run("b", "--set", "/network/projections/0/weights=1.5"))
                .out();

        assertTrue(
                out.matches("(?s).*\nin the scenario +first +second"
                        + "\n/network/populations/0/parameters/threshold +1 +2"
                        + "\n/network/projections/0/weights +1.0 +1.5\n.*"),
                out);
        assertFalse(out.contains("asked for"), out);
        assertTrue(out.matches("(?s).*\nnetwork and activity .*\nnetwork fingerprint .*"), out);
        assertFalse(out.contains("different scenarios"), out);
    }

    @Test
    void saysFirstThatTheScenariosAreNotTheSame() throws IOException {
        Path before = run("a");
        scenario.with("scenario: two-taps", "scenario: other");

        Outcome outcome = ganglion("diff", before, run("b"));

        assertTrue(
                outcome.out().startsWith("the runs are of different scenarios: two-taps and other\n"), outcome.out());
    }
}
