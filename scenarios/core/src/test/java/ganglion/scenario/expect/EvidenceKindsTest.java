package ganglion.scenario.expect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.documents.place.DocumentPath;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.Costing;
import ganglion.hardware.cost.Workload;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.kernel.ActivityCounts;
import ganglion.kernel.MembraneTrace;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.scenario.model.Expectation;
import ganglion.scenario.model.Expectation.Bounds;
import ganglion.scenario.model.Expectation.EnergyBasis;
import ganglion.scenario.model.Expectation.Window;
import ganglion.scenario.model.Measure;
import ganglion.scenario.model.Measure.Statistic;
import ganglion.scenario.model.Measure.Subject;
import ganglion.scenario.result.Decision;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of expectation and of measure is evaluated; a kind that is added has to be added here, too. */
class EvidenceKindsTest {

    private static final Subject ALL = new Subject("out", OptionalInt.empty(), Window.ALL);
    private static final Bounds ANY = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, true);
    private static final DocumentPath GOLDEN =
            new DocumentPath("g.csv", Path.of("g.csv").toAbsolutePath());

    static List<Measure> measures() {
        Measure.Device loihi = new Measure.Device("loihi", Optional.empty(), Boundary.ACTIVE);
        Measure energy = new Measure.DeviceEnergy(loihi, EnergyBasis.RUN);
        return List.of(
                energy,
                new Measure.Rate(ALL),
                new Measure.Interval(ALL, Statistic.MEAN),
                new Measure.IntervalVariation(ALL, 3),
                new Measure.Synchrony(ALL, 5),
                new Measure.FanoFactor(ALL, 5),
                new Measure.Membrane(ALL, Statistic.MEAN),
                new Measure.Weight("out", "out", OptionalInt.empty(), OptionalInt.empty(), Statistic.MEAN),
                new Measure.Accuracy(OptionalInt.empty()),
                new Measure.DecisionLatency(50),
                new Measure.TickTime("loihi", 99),
                new Measure.Power(loihi),
                new Measure.EnergyDelayProduct(loihi, EnergyBasis.RUN),
                new Measure.Ratio(energy, energy));
    }

    static List<Expectation> expectations() {
        return List.of(
                new Expectation.SpikeCount("/expect/0", "out", OptionalInt.empty(), Window.ALL, ANY),
                new Expectation.FirstSpike("/expect/0", "out", OptionalInt.empty(), ANY),
                new Expectation.LastSpike("/expect/0", "out", OptionalInt.empty(), ANY),
                new Expectation.SpikeOrder("/expect/0", List.of(new Expectation.Firing("out", OptionalInt.of(0)))),
                new Expectation.Figure("/expect/0", new Measure.Rate(ALL), ANY),
                new Expectation.Winner("/expect/0", 0, "A"),
                new Expectation.CorrectDecisions("/expect/0", ANY, OptionalInt.empty()),
                new Expectation.GoldenRaster("/expect/0", GOLDEN));
    }

    private static Evidence evidence() throws Exception {
        SpikeRaster spikes = EvidenceFixture.spikes(1, 0, 5, 0, 12, 0, 50, 2);
        Network network = EvidenceFixture.result(spikes).network();
        MembraneTrace trace = new MembraneTrace("out", 3, new double[3 * (int) EvidenceFixture.TICKS]);
        SimulationResult result = new SimulationResult(
                network, EvidenceFixture.TICKS, List.of(spikes), new ActivityCounts(0, 0, 0), List.of(trace));
        Workload workload = new Workload(network, List.of(spikes), EvidenceFixture.TICKS, EvidenceFixture.CLOCK);
        ChipCost cost = Costing.cost(workload, ProfileLibrary.find("loihi"));
        Decision decision = new Decision("a", "A", 0, 10, "A", new int[] {2, 0, 0}, OptionalLong.of(1), true);
        return EvidenceFixture.of(result, List.of(decision), List.of(cost));
    }

    private static Set<Class<?>> kinds(Class<?> sealed) {
        return Stream.of(sealed.getPermittedSubclasses()).collect(Collectors.toSet());
    }

    private static Set<Class<?>> kindsOf(List<?> samples) {
        return samples.stream().map(Object::getClass).collect(Collectors.toSet());
    }

    @Test
    void thereIsASampleOfEachKind() {
        assertEquals(kinds(Measure.class), kindsOf(measures()));
        assertEquals(kinds(Expectation.class), kindsOf(expectations()));
    }

    @ParameterizedTest
    @MethodSource("measures")
    void everyMeasureIsTaken(Measure measure) throws Exception {
        assertFalse(evidence()
                .check(new Expectation.Figure("/expect/0", measure, ANY))
                .text()
                .isBlank());
    }

    @ParameterizedTest
    @MethodSource("expectations")
    void everyExpectationIsChecked(Expectation expectation) throws Exception {
        assertEquals("/expect/0", evidence().check(expectation).pointer());
    }

    /** A statistic that a value does not have is an error, never the mean. */
    @ParameterizedTest
    @EnumSource
    void statisticsAreTakenOfTheirOwnValuesOnly(Statistic statistic) throws Exception {
        DoubleSummaryStatistics values = Arrays.stream(new double[] {1, 2, 6}).summaryStatistics();
        Evidence evidence = evidence();
        Expectation interval = new Expectation.Figure("/expect/0", new Measure.Interval(ALL, statistic), ANY);

        switch (statistic) {
            case MEAN -> {
                assertEquals(3, Measured.of("", statistic, values).value().getAsDouble());
                assertEquals("11 ms", evidence.check(interval).found());
            }
            case LOWEST, HIGHEST -> {
                double expected = statistic == Statistic.LOWEST ? 1 : 6;
                assertEquals(
                        expected, Measured.of("", statistic, values).value().getAsDouble());
                assertThrows(IllegalArgumentException.class, () -> evidence.check(interval));
            }
            case SHORTEST, LONGEST -> {
                assertThrows(IllegalArgumentException.class, () -> Measured.of("", statistic, values));
                assertEquals(
                        statistic == Statistic.SHORTEST ? "8 ms" : "14 ms",
                        evidence.check(interval).found());
            }
        }
    }
}
