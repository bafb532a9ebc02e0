package ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.cli.print.ExpectationList;
import ganglion.cli.print.Marks;
import ganglion.cli.print.RunSummary.DecisionTable;
import ganglion.cli.print.TickTable;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.placement.ChipFit;
import ganglion.hardware.placement.PlacementSummary;
import ganglion.kernel.time.Clock;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.ExpectationOutcome;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** The tables of a run's summary, from results made by hand. */
final class RunTablesTest {

    private static final Clock CLOCK = new Clock(0.002);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    private List<String> lines() {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static Decision decision(String label, String winner, OptionalLong firstSpike) {
        return new Decision("a.flac", label, 100, 104, winner, new int[] {1, 2}, firstSpike, label.equals(winner));
    }

    /** Four ticks of 2 ms that take the chip 3 µs each. */
    private static ChipCost cost(boolean fits) throws ProfileException {
        Histogram latency = new Histogram(3);
        latency.recordValueWithCount(3000, 4);
        List<String> problems = fits ? List.of() : List.of("9 neurons, room for 8");
        return new ChipCost(
                ProfileLibrary.find("loihi"),
                new PlacementSummary(1, 1, 128, 9, 9, problems, 0, ChipFit.AS_IT_IS),
                List.of(),
                ChipCost.Work.NONE,
                new ChipCost.Energy(
                        List.of(),
                        OptionalDouble.empty(),
                        Optional.empty(),
                        new double[] {1e-9, 1e-9, 1e-9, 1e-9},
                        OptionalDouble.empty()),
                new ChipCost.Timing(
                        CLOCK,
                        CLOCK.tickSeconds(),
                        0.008,
                        fits ? new double[] {3e-6, 3e-6, 3e-6, 3e-6} : new double[0],
                        latency,
                        new Histogram(3),
                        0,
                        List.of()),
                List.of());
    }

    @Test
    void timesCountFromTheStartOfTheClip() {
        new DecisionTable(List.of(decision("A", "A", OptionalLong.of(103))), CLOCK, new Marks(false)).print(out, "");

        assertEquals("✓  a.flac  A      A                    6 ms", lines().get(1));
    }

    @Test
    void aClipWithoutASpikeIsWrongAndHasNoTime() {
        new DecisionTable(List.of(decision("A", "", OptionalLong.empty())), CLOCK, new Marks(false)).print(out, "");

        assertEquals("✗  a.flac  A      -                       -", lines().get(1));
    }

    @Test
    void withoutATimeThereIsNoTableOfTicks() throws ProfileException {
        new TickTable(List.of(cost(false))).print(out, "");

        assertEquals(List.of(), lines());
    }

    @Test
    void aFailedExpectationSaysWhatWasFoundAndWanted() {
        ExpectationOutcome failed =
                new ExpectationOutcome("/expect/3", "energy on loihi", false, "62 µJ", "below 50 µJ");

        new ExpectationList(List.of(failed), new Marks(false)).print(out, "  ");

        assertEquals(
                List.of("  ✗ energy on loihi (/expect/3)", "      found     62 µJ", "      expected  below 50 µJ"),
                lines());
    }

    @Test
    void onlyFailuresAreShownWhenAskedFor() {
        ExpectationOutcome held = new ExpectationOutcome("/expect/0", "spikes of out", true, "3", "3");

        new ExpectationList(List.of(held), new Marks(false)).printFailures(out, "");

        assertEquals(List.of(), lines());
    }
}
