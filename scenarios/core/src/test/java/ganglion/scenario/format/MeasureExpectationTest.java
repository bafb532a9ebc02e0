package ganglion.scenario.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.Computation;
import ganglion.scenario.model.Expectation;
import ganglion.scenario.model.Expectation.Bounds;
import ganglion.scenario.model.Expectation.EnergyBasis;
import ganglion.scenario.model.Expectation.Window;
import ganglion.scenario.model.Measure;
import ganglion.scenario.model.Measure.Device;
import ganglion.scenario.model.Measure.Statistic;
import ganglion.scenario.model.Measure.Subject;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every figure that an expectation may be about, with a tick of 2 ms. */
class MeasureExpectationTest {

    private static final double INFINITE = Double.POSITIVE_INFINITY;
    private static final Subject OUT = new Subject("out", OptionalInt.empty(), Window.ALL);

    @TempDir
    private Path folder;

    private ScenarioFolderFixture fixture;

    @BeforeEach
    void fixture() {
        fixture = new ScenarioFolderFixture(folder);
    }

    private Scenario read(String expectation) throws InputException {
        String content = ScenarioFolderFixture.edited("{spikes: {population: out}, at-least: 1}", expectation)
                .replace("hardware: [loihi]", "hardware: [loihi, truenorth, ideal-45nm]\nrecord: {membrane: [out]}");
        return fixture.read(content);
    }

    private Expectation.Figure figure(String expectation) throws InputException {
        return assertInstanceOf(
                Expectation.Figure.class, read(expectation).expectations().get(0));
    }

    private Measure measure(String words) throws InputException {
        return figure("{" + words + "}").measure();
    }

    @Test
    void readsRatesOfAWindow() throws InputException {
        Subject subject = new Subject("out", OptionalInt.of(1), new Window(5, OptionalLong.of(10)));

        assertEquals(
                new Measure.Rate(subject),
                measure("rate: {population: out, neuron: 1, from: 10 ms, until: 10 ticks}, above: 1 Hz"));
    }

    @Test
    void readsIntervalsAndTheirVariation() throws InputException {
        assertEquals(new Measure.Interval(OUT, Statistic.MEAN), measure("interval: {population: out}, below: 1 s"));
        assertEquals(
                new Measure.Interval(OUT, Statistic.SHORTEST),
                measure("interval: {population: out, statistic: shortest}, below: 1 s"));
        assertEquals(
                new Measure.IntervalVariation(OUT, 3), measure("interval-variation: {population: out}, at-most: 0.5"));
        assertEquals(
                new Measure.IntervalVariation(OUT, 4),
                measure("interval-variation: {population: out, fewest-spikes: 4}, at-most: 0.5"));
    }

    @Test
    void readsTheFanoFactorWithItsBin() throws InputException {
        assertEquals(
                new Measure.FanoFactor(OUT, 3), measure("fano-factor: {population: out, bin: 6 ms}, between: [1, 4]"));
    }

    @Test
    void readsSynchronyWithItsBin() throws InputException {
        assertEquals(
                new Measure.Synchrony(OUT, 3), measure("synchrony: {population: out, bin: 6 ms}, between: [0.1, 0.4]"));
    }

    @Test
    void readsPotentialsOfAMomentOrAWindow() throws InputException {
        assertEquals(
                new Measure.Membrane(
                        new Subject("out", OptionalInt.of(0), new Window(20, OptionalLong.of(21))), Statistic.MEAN),
                measure("membrane: {population: out, neuron: 0, at: 40 ms}, equals: 0.5"));
        assertEquals(
                new Measure.Membrane(OUT, Statistic.HIGHEST),
                measure("membrane: {population: out, statistic: highest}, below: 1"));
    }

    @Test
    void readsFiguresOfChips() throws InputException {
        Device active = new Device("loihi", Optional.empty(), Boundary.ACTIVE);

        assertEquals(
                new Measure.EnergyDelayProduct(active, EnergyBasis.DECISION),
                measure("energy-delay-product: {profile: loihi, per: decision, boundary: active}, below: 1 nJ s"));
        assertEquals(
                new Measure.DeviceEnergy(active, EnergyBasis.RUN),
                measure("energy: {profile: loihi, boundary: active}, below: 1 nJ"));
        assertEquals(
                new Measure.TickTime("loihi", 99.9),
                measure("latency: {profile: loihi, percentile: 99.9}, below: 1 s"));
    }

    @Test
    void meanPowerIsAlwaysOnUnlessSaid() throws InputException {
        assertEquals(
                new Measure.Power(new Device("loihi", Optional.empty(), Boundary.ALWAYS_ON)),
                measure("power: {profile: loihi}, below: 1 mW"));
        assertEquals(
                new Measure.Power(new Device("loihi", Optional.empty(), Boundary.MARGINAL)),
                measure("power: {profile: loihi, boundary: marginal}, below: 1 mW"));
    }

    @Test
    void saysWhatEachDeviceComputes() throws InputException {
        Measure.Ratio ratio = assertInstanceOf(
                Measure.Ratio.class,
                measure("ratio: {of: energy, profile: ideal-45nm, computes: dense-ticks, to: ideal-45nm,"
                        + " to-computes: artificial, boundary: marginal}, above: 1"));

        assertEquals(
                new Device("ideal-45nm", Optional.of(Computation.DENSE_TICKS), Boundary.MARGINAL),
                ((Measure.DeviceEnergy) ratio.of()).device());
        assertEquals(
                new Device("ideal-45nm", Optional.of(Computation.ARTIFICIAL), Boundary.MARGINAL),
                ((Measure.DeviceEnergy) ratio.to()).device());
    }

    @ParameterizedTest
    @CsvSource({"energy", "power", "latency", "energy-delay-product"})
    void readsTheRatioOfTheSameFigureOfTwoChips(String figure) throws InputException {
        Measure measure =
                measure("ratio: {of: " + figure + ", profile: loihi, to: truenorth, boundary: active}, below: 2");

        Measure.Ratio ratio = assertInstanceOf(Measure.Ratio.class, measure);
        assertEquals(ratio.of().getClass(), ratio.to().getClass());
        assertTrue(ratio.of().toString().contains("loihi"), ratio::toString);
        assertTrue(ratio.to().toString().contains("truenorth"), ratio::toString);
        assertEquals(Measure.Unit.NUMBER, ratio.unit());
    }

    @Test
    void readsFiguresOfDecisions() throws InputException {
        assertEquals(new Measure.Accuracy(OptionalInt.of(12)), measure("decisions: accuracy, at-least: 0.9, of: 12"));
        assertEquals(new Measure.Accuracy(OptionalInt.empty()), measure("decisions: accuracy, equals: 1"));
        assertEquals(new Measure.DecisionLatency(100), measure("decision-latency: {}, below: 80 ms"));
        assertEquals(new Measure.DecisionLatency(90), measure("decision-latency: {percentile: 90}, below: 80 ms"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rate: {population: out}, between: [5 Hz, 0.02 kHz]    | 5     | 20       | true
            rate: {population: out}, above: 5 Hz                  | 5     | Infinity | false
            interval: {population: out}, below: 40 ms             | -Infinity | 0.04 | false
            energy: {profile: loihi, boundary: active}, between: [1 nJ, 2 uJ]       | 1e-9  | 2e-6     | true
            power: {profile: loihi}, above: 3 mW                  | 3e-3  | Infinity | false
            power: {profile: loihi}, below: 3 µW                  | -Infinity | 3e-6 | false
            energy-delay-product: {profile: loihi, boundary: active}, below: 2 nJ s | -Infinity | 2e-9 | false
            synchrony: {population: out, bin: 2 ms}, at-most: 0.3 | -Infinity | 0.3  | true
            synchrony: {population: out, bin: 2 ms}, at-least: 0.3 | 0.3  | Infinity | true
            synchrony: {population: out, bin: 2 ms}, equals: 0.3  | 0.3   | 0.3      | true
            synchrony: {population: out, bin: 2 ms}, above: -0.3  | -0.3  | Infinity | false
            membrane: {population: out}, between: [-1.5, -0.5]    | -1.5  | -0.5     | true
            decisions: accuracy, at-least: 0.75                   | 0.75  | Infinity | true
            """)
    void readsLimitsInTheUnitOfTheFigure(String words, double lowest, double highest, boolean inclusive)
            throws InputException {
        Bounds bounds = figure("{" + words + "}").bounds();

        assertEquals(lowest, bounds.lowest(), Math.abs(lowest) < INFINITE ? 1e-15 : 0);
        assertEquals(highest, bounds.highest(), Math.abs(highest) < INFINITE ? 1e-15 : 0);
        assertEquals(inclusive, bounds.inclusive());
    }

    /** What is expected is always checked, whatever chips the command line asks for. */
    @Test
    void keepsBothChipsOfARatio() throws InputException {
        fixture.write("s.yaml", "");
        String content = ScenarioFolderFixture.edited(
                        "{spikes: {population: out}, at-least: 1}",
                        "{ratio: {of: energy, profile: loihi, to: truenorth, boundary: active}, below: 2}")
                .replace("[loihi]", "[loihi, truenorth, stm32u575]");

        Scenario scenario = fixture.read(
                content, new ScenarioOverrides(Map.of(), OptionalLong.empty(), List.of("xylo-audio-2"), false));

        assertEquals(
                List.of("xylo-audio-2", "loihi", "truenorth"),
                scenario.hardware().stream().map(spec -> spec.profile().name()).toList());
    }
}
