package ganglion.scenario.expect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.Costing;
import ganglion.hardware.cost.Workload;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.Computation;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import ganglion.scenario.model.Expectation;
import ganglion.scenario.model.Expectation.Bounds;
import ganglion.scenario.model.Expectation.EnergyBasis;
import ganglion.scenario.model.Measure;
import ganglion.scenario.model.Measure.Device;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.ExpectationOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Expectations about devices. The run has three neurons without a synapse and 100 ticks of 2 ms, two decisions of 10 and 20
 * ticks. The toy processor takes 1 us for a multiply-accumulate: 3 us a tick for the decay of three neurons.
 */
class DeviceExpectationTest {

    private static final double INFINITE = Double.POSITIVE_INFINITY;
    private static final Bounds ANY = new Bounds(-INFINITE, INFINITE, false);

    private static final String TOY = """
            profile: toy
            title: Toy
            description: For tests.
            execution: dense
            boundary: {includes: all, excludes: nothing}
            sources: {us: Our choice}
            power:
              sleep: {value: 1 mW, kind: assumed, source: us}
              idle: {value: 10 mW, kind: assumed, source: us}
              run: {value: 1.01 W, kind: assumed, source: us}
            processor:
              multiply-accumulate:
                dense:
                  int8: {value: 1 us, kind: assumed, source: us}
                  float32: {value: 4 us, kind: assumed, source: us}
            """;

    @TempDir
    private Path folder;

    private static Workload workload() {
        return new Workload(
                EvidenceFixture.result(EvidenceFixture.spikes()).network(),
                List.of(EvidenceFixture.spikes(1, 0, 50, 2)),
                EvidenceFixture.TICKS,
                EvidenceFixture.CLOCK);
    }

    private static ChipCost cost(String profile) {
        try {
            return Costing.cost(workload(), ProfileLibrary.find(profile));
        } catch (ProfileException e) {
            throw new IllegalStateException(e);
        }
    }

    private ChipCost toy() {
        try {
            Path file = Files.writeString(folder.resolve("toy.yaml"), TOY);
            return Costing.cost(workload(), ProfileLibrary.read(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ProfileException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Decision> decisions() {
        return List.of(decision(0, 10), decision(40, 60));
    }

    private static Decision decision(long fromTick, long untilTick) {
        return new Decision("a", "A", fromTick, untilTick, "", new int[3], OptionalLong.empty(), false);
    }

    private static ExpectationOutcome check(Measure measure, Bounds bounds, ChipCost... costs) {
        return EvidenceFixture.of(decisions(), List.of(costs))
                .check(new Expectation.Figure("/expect/0", measure, bounds));
    }

    private static Device device(String profile, Boundary boundary) {
        return new Device(profile, Optional.empty(), boundary);
    }

    private static Device densely(Boundary boundary) {
        return new Device("toy", Optional.of(Computation.DENSE_TICKS), boundary);
    }

    private static String joules(double joules) {
        return Wording.figure(joules, Measure.Unit.JOULES);
    }

    @Test
    void comparesTheEnergyOfARunUnderItsBoundary() {
        ChipCost cost = cost("loihi");
        Measure alwaysOn = new Measure.DeviceEnergy(device("loihi", Boundary.ALWAYS_ON), EnergyBasis.RUN);
        Measure marginal = new Measure.DeviceEnergy(device("loihi", Boundary.MARGINAL), EnergyBasis.RUN);
        double joules = cost.energy().totalJoules().orElseThrow();

        ExpectationOutcome below = check(alwaysOn, new Bounds(-INFINITE, joules * 1.001, false), cost);
        ExpectationOutcome above = check(alwaysOn, new Bounds(joules * 1.001, INFINITE, false), cost);

        assertTrue(below.passed());
        assertFalse(above.passed());
        assertEquals("always-on energy of the run on loihi", below.text());
        assertEquals(joules(joules), below.found());
        assertEquals("above " + joules(joules * 1.001), above.expected());
        assertEquals(
                joules(cost.energy().knownDynamicJoules()),
                check(marginal, ANY, cost).found());
    }

    @Test
    void averagesTheEnergyOfDecisions() {
        ChipCost cost = cost("loihi");
        Measure energy = new Measure.DeviceEnergy(device("loihi", Boundary.MARGINAL), EnergyBasis.DECISION);
        double[] ticks = cost.energy().tickJoules();
        double mean = (Arrays.stream(ticks, 0, 10).sum()
                        + Arrays.stream(ticks, 40, 60).sum())
                / 2;

        ExpectationOutcome outcome = check(energy, ANY, cost);

        assertEquals("marginal energy of a decision on loihi", outcome.text());
        assertEquals(joules(mean), outcome.found());
    }

    /** 300 us of work at 1 W above idle; then 10 mW for 0.2 s, or 1 mW for what is left of it. */
    @ParameterizedTest
    @CsvSource({"MARGINAL, 300 µJ", "ACTIVE, 502.7 µJ", "ALWAYS_ON, 2.3 mJ"})
    void theBoundaryMakesTheDifference(Boundary boundary, String expected) {
        ExpectationOutcome outcome = check(new Measure.DeviceEnergy(densely(boundary), EnergyBasis.RUN), ANY, toy());

        assertEquals(expected, outcome.found());
        assertEquals(
                boundary.word() + " energy of the run on toy (spiking network in every tick, int8)", outcome.text());
    }

    @Test
    void aProcessorEvaluatesAnArtificialNetworkUnlessSaid() {
        Measure energy = new Measure.DeviceEnergy(device("toy", Boundary.MARGINAL), EnergyBasis.RUN);

        ExpectationOutcome outcome = check(energy, ANY, toy());

        assertEquals("marginal energy of the run on toy (artificial network, once, int8)", outcome.text());
        assertEquals("0 J", outcome.found());
    }

    @Test
    void meanPowerIsTheEnergyOverTheTimeOfTheRun() {
        ExpectationOutcome outcome = check(new Measure.Power(densely(Boundary.ALWAYS_ON)), ANY, toy());

        assertEquals("11.5 mW", outcome.found());
        assertEquals("always-on mean power on toy (spiking network in every tick, int8)", outcome.text());
    }

    /** A decision takes 15 ticks in the mean: 45 us of work at 1 W above idle. */
    @Test
    void multipliesEnergyAndTimeOfWork() {
        ExpectationOutcome ofRun =
                check(new Measure.EnergyDelayProduct(densely(Boundary.MARGINAL), EnergyBasis.RUN), ANY, toy());
        ExpectationOutcome ofDecision =
                check(new Measure.EnergyDelayProduct(densely(Boundary.MARGINAL), EnergyBasis.DECISION), ANY, toy());

        assertEquals("9.00e-08 J s", ofRun.found());
        assertEquals("2.03e-09 J s", ofDecision.found());
        assertEquals(
                "marginal energy-delay product of a decision on toy (spiking network in every tick, int8)",
                ofDecision.text());
    }

    @Test
    void dividesTheFiguresOfTwoDevicesUnderOneBoundary() {
        Measure ratio = new Measure.Ratio(
                new Measure.DeviceEnergy(densely(Boundary.ALWAYS_ON), EnergyBasis.RUN),
                new Measure.DeviceEnergy(device("toy", Boundary.ALWAYS_ON), EnergyBasis.RUN));

        ExpectationOutcome outcome = check(ratio, ANY, toy());

        assertEquals("1.15", outcome.found(), "2.3 mJ by 2 mJ");
    }

    @Test
    void neverPassesWhatIsUnknownAndSaysWhichFigureIsMissing() {
        Measure active = new Measure.DeviceEnergy(device("ideal-45nm", Boundary.ACTIVE), EnergyBasis.RUN);
        ChipCost cost = cost("ideal-45nm");

        ExpectationOutcome outcome = check(active, ANY, cost);
        ExpectationOutcome ratio = check(new Measure.Ratio(active, active), ANY, cost);

        assertFalse(outcome.passed());
        assertEquals(
                "unknown: power and time: these are energies of arithmetic, not those of a device", outcome.found());
        assertEquals(outcome.found(), ratio.found());
    }

    @Test
    void saysThatANetworkDoesNotFit() throws ProfileException {
        Population large = new Population("out", 2_000, new Lif(LifParameters.of(0.5, 1)));
        Workload workload = new Workload(
                new Network(List.of(large), List.of()), List.of(SpikeRaster.empty(2_000)), 10, EvidenceFixture.CLOCK);
        ChipCost cost = Costing.cost(workload, ProfileLibrary.find("xylo-audio-2"));
        Measure energy = new Measure.DeviceEnergy(device("xylo-audio-2", Boundary.ACTIVE), EnergyBasis.RUN);

        ExpectationOutcome outcome = check(energy, ANY, cost);

        assertFalse(outcome.passed());
        assertTrue(outcome.found().startsWith("unknown: the network does not fit ("), outcome::found);
    }

    @Test
    void comparesAPercentileOfTheTicks() {
        ChipCost cost = cost("loihi");
        double slowest = Arrays.stream(cost.timing().tickSeconds()).max().orElseThrow();

        ExpectationOutcome outcome =
                check(new Measure.TickTime("loihi", 100), new Bounds(-INFINITE, 2 * slowest, false), cost);

        assertTrue(outcome.passed());
        assertEquals("time of a tick on loihi, percentile 100", outcome.text());
        assertEquals(Wording.time(slowest), outcome.found());
    }

    @Test
    void neverPassesATimeThatIsUnknown() {
        ChipCost cost = cost("ideal-45nm");
        assertFalse(cost.timing().isKnown());

        ExpectationOutcome outcome = check(new Measure.TickTime("ideal-45nm", 50), ANY, cost);

        assertFalse(outcome.passed());
        assertTrue(outcome.found().startsWith("unknown: time of "), outcome::found);
    }

    /** Nearest rank, as in its definition: of 1 to 10, the 90th percentile is 9. */
    @ParameterizedTest
    @CsvSource({"0, 1", "10, 1", "11, 2", "50, 5", "90, 9", "90.1, 10", "100, 10"})
    void takesTheNearestRank(double percent, double expected) {
        double[] sorted = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

        assertEquals(expected, DeviceFigures.percentile(sorted, percent));
    }
}
