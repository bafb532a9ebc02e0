package ganglion.scenario.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.current.AlphaCurrent;
import ganglion.kernel.neuron.current.DrivenNeurons;
import ganglion.kernel.neuron.current.NoiseCurrent;
import ganglion.kernel.neuron.current.StepCurrent;
import ganglion.kernel.neuron.current.SynapticCurrent;
import ganglion.kernel.neuron.model.AdaptiveLif;
import ganglion.kernel.neuron.model.AlphaLif;
import ganglion.kernel.neuron.model.BalancedResonator;
import ganglion.kernel.neuron.model.Integration;
import ganglion.kernel.neuron.model.Izhikevich;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.model.ResonateAndFire;
import ganglion.kernel.neuron.model.SeAdLif;
import ganglion.kernel.neuron.model.SynapticLif;
import ganglion.kernel.neuron.model.SynapticOrder;
import ganglion.kernel.neuron.source.PoissonSource;
import ganglion.kernel.neuron.source.RegularSource;
import ganglion.kernel.random.CounterRandom;
import ganglion.kernel.random.Distribution;
import ganglion.scenario.model.Input;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the words of a scenario to the kernel's models. */
class NeuronModelsTest {

    @TempDir
    private Path folder;

    private Scenario scenario(String input, String population, long seed) throws IOException, InputException {
        Path file = Files.writeString(folder.resolve("s.yaml"), """
            scenario: models
            clock: {tick: 0.1 ms, duration: 10 ms}
            inputs:
              - {name: source, size: 3, %s}
            network:
              populations:
                - {name: first, size: 1, model: leaky-integrator, parameters: {beta: 0.5}}
                - {name: out, size: 3, %s}
            """.formatted(input, population));
        ScenarioOverrides overrides = new ScenarioOverrides(Map.of(), OptionalLong.of(seed), List.of(), false);
        return ScenarioFiles.read(file, overrides);
    }

    private NeuronModel model(String population) throws IOException, InputException {
        return scenario("regular: {period: 1 ms}", population, 5)
                .populations()
                .get(1)
                .model();
    }

    private NeuronModel source(String input) throws IOException, InputException {
        Input read = scenario(input, "model: lif, parameters: {beta: 0.5}", 5)
                .inputs()
                .get(0);
        return ((Input.Generated) read).model();
    }

    private static NeuronValues decay(double ticks) {
        return NeuronValues.of(Math.exp(-1 / ticks));
    }

    private static LifParameters membrane(double tauTicks) {
        return LifParameters.of(decay(tauTicks), NeuronValues.of(1));
    }

    @Test
    void integratesInClosedFormWhereATimeConstantIsGiven() throws Exception {
        Lif exact = new Lif(membrane(200), Integration.CLOSED_FORM);
        assertEquals(exact, model("model: lif, parameters: {time-constant: 20 ms}"));
        assertEquals(exact, model("model: lif, parameters: {time-constant: 20 ms, integration: closed-form}"));
        assertEquals(
                new Lif(membrane(200)), model("model: lif, parameters: {time-constant: 20 ms, integration: per-tick}"));
        assertEquals(new Lif(LifParameters.of(0.9, 1)), model("model: lif, parameters: {beta: 0.9}"));
        assertEquals(
                new Lif(LifParameters.of(0.9, 1), Integration.CLOSED_FORM),
                model("model: lif, parameters: {beta: 0.9, integration: closed-form}"));
    }

    @Test
    void integratesTickByTickWhatHasNoClosedForm() throws Exception {
        assertEquals(
                new Lif(membrane(200).withReset(Reset.TO_VALUE, true)),
                model("model: lif, parameters: {time-constant: 20 ms, delayed-reset: true}"));
        assertEquals(
                Integration.PER_TICK, ((Lif) model("model: lif, parameters: {time-constant: 1e9 s}")).integration());
    }

    @Test
    void readsSynapticCurrentsAsTrainersGiveThem() throws Exception {
        LifParameters membrane = LifParameters.of(0.9, 1)
                .withReset(Reset.TO_VALUE_LOSING_INPUT, true)
                .withStrictThreshold();

        assertEquals(
                new SynapticLif(membrane, List.of(SynapticCurrent.of(0.8)), SynapticOrder.CURRENT_FIRST),
                model("model: synaptic-lif, parameters: {beta: 0.9, currents: [{decay: 0.8}],"
                        + " reset: zero-losing-input, delayed-reset: true, strict: true}"));
    }

    @Test
    void readsSynapticCurrentsAsPhysicsGivesThem() throws Exception {
        assertEquals(
                new SynapticLif(
                        membrane(100),
                        List.of(SynapticCurrent.exact(5, 10, 250, 0.1), SynapticCurrent.exact(2, 10, 250, 0.1)),
                        SynapticOrder.POTENTIAL_FIRST),
                model("model: synaptic-lif, parameters: {time-constant: 10 ms, order: potential-first,"
                        + " capacitance: 250, currents: [{time-constant: 5 ms}, {time-constant: 2 ms}]}"));
        assertEquals(
                new AlphaLif(membrane(100), List.of(AlphaCurrent.exact(5, 10, 250, 0.1))),
                model("model: alpha-lif, parameters: {time-constant: 10 ms, capacitance: 250,"
                        + " currents: [{time-constant: 5 ms}]}"));
    }

    @Test
    void readsSynapticCurrentsOfEachNeuron() throws Exception {
        Files.writeString(folder.resolve("gain.csv"), "1,2,3\n");

        SynapticLif found = (SynapticLif) model("model: synaptic-lif, parameters: {beta: 0.9, currents: ["
                + "{decay: {distribution: uniform, low: 0.5, high: 0.6}, gain: gain.csv, bias: [4, 5, 6]},"
                + "{decay: {distribution: uniform, low: 0.5, high: 0.6}}]}");

        SynapticCurrent first = found.currents().get(0);
        assertEquals(NeuronValues.each(1, 2, 3), first.gain());
        assertEquals(NeuronValues.each(4, 5, 6), first.bias());
        for (int neuron = 0; neuron < 3; neuron++) {
            assertTrue(first.decay().at(neuron) >= 0.5 && first.decay().at(neuron) < 0.6);
        }
        assertNotEquals(first.decay(), found.currents().get(1).decay(), "each current draws from a stream of its own");
    }

    @Test
    void readsTheOtherModels() throws Exception {
        assertEquals(
                new AdaptiveLif(membrane(100), decay(2000), NeuronValues.of(0.3)),
                model("model: adaptive-lif, parameters: {time-constant: 10 ms,"
                        + " adaptation: {time-constant: 200 ms, increment: 0.3}}"));
        assertEquals(
                new ResonateAndFire(
                        decay(500), NeuronValues.of(2 * Math.PI * 40 * 1e-4), NeuronValues.of(1), NeuronValues.of(0.5)),
                model("model: resonate-and-fire, parameters: {time-constant: 50 ms, frequency: 40 Hz,"
                        + " reset-potential: 0.5}"));
        assertEquals(
                new SeAdLif(
                        decay(150),
                        decay(1200),
                        NeuronValues.of(60),
                        NeuronValues.of(100),
                        NeuronValues.of(1),
                        NeuronValues.of(-0.5)),
                model("model: se-adlif, parameters: {time-constant: 15 ms, reset-potential: -0.5,"
                        + " adaptation: {time-constant: 120 ms, a: 60, b: 100}}"));
        assertEquals(
                BalancedResonator.of(StrictMath.sin(2 * Math.PI * 40 * 1e-4), 0.02, 0.01),
                model("model: balanced-resonate-and-fire, parameters: {frequency: 40 Hz, damping: 0.02}"));
        assertEquals(
                Izhikevich.of(0.1, 0.1, 0.2, -50, 2).withBias(NeuronValues.of(10)),
                model("model: izhikevich, parameters: {a: 0.1, c: -50, d: 2, bias: 10}"));
    }

    /** The streams are a promise: whoever knows the seed can draw the same parameters elsewhere. */
    @Test
    void drawsParametersFromTheDocumentedStreams() throws Exception {
        NeuronModel found = model(
                "model: lif, parameters: {beta: 0.5, threshold: {distribution: normal, mean: 1," + " deviation: 0.1}}");

        CounterRandom random = new CounterRandom(5).branch(2).branch(1).branch("threshold".hashCode());
        Distribution distribution = new Distribution.Normal(1, 0.1);
        NeuronValues thresholds = NeuronValues.each(
                distribution.draw(random, 0), distribution.draw(random, 1), distribution.draw(random, 2));
        assertEquals(new Lif(LifParameters.of(NeuronValues.of(0.5), thresholds)), found);
        assertTrue(!thresholds.isCommon(), "the neurons differ");
    }

    @Test
    void drawsTimeConstantsAndTakesListsOfThem() throws Exception {
        NeuronModel listed = model("model: lif, parameters: {time-constant: [10 ms, 20 ms, 30 ms]}");
        NeuronModel drawn =
                model("model: lif, parameters: {time-constant: {distribution: uniform, low: 10 ms," + " high: 30 ms}}");

        assertEquals(
                NeuronValues.each(Math.exp(-0.01), Math.exp(-0.005), Math.exp(-1 / 300.0)),
                ((Lif) listed).parameters().beta());
        NeuronValues beta = ((Lif) drawn).parameters().beta();
        for (int neuron = 0; neuron < 3; neuron++) {
            assertTrue(beta.at(neuron) >= Math.exp(-0.01) && beta.at(neuron) < Math.exp(-1 / 300.0));
        }
        assertNotEquals(beta.at(0), beta.at(1));
    }

    @Test
    void drivesNeuronsWithCurrents() throws Exception {
        NeuronModel found = model("model: lif, parameters: {beta: 0.5}, currents: ["
                + "{steps: [{from: 1 ms, current: 0.25}, {from: 2 ms, current: [0, 1, 2]}]},"
                + "{noise: {mean: 0.5, deviation: 0.1, hold: 1 ms}}]");

        CounterRandom second = new CounterRandom(5).branch(2).branch(1).branch("currents/1".hashCode());
        assertEquals(
                new DrivenNeurons(
                        new DrivenNeurons(
                                new Lif(LifParameters.of(0.5, 1)),
                                new StepCurrent(List.of(
                                        new StepCurrent.Step(10, NeuronValues.of(0.25)),
                                        new StepCurrent.Step(20, NeuronValues.each(0, 1, 2))))),
                        new NoiseCurrent(0.5, 0.1, 10, 3, second)),
                found);
    }

    @Test
    void makesUpSpikes() throws Exception {
        CounterRandom random = new CounterRandom(5).branch(3).branch(0);

        assertEquals(PoissonSource.homogeneous(NeuronValues.of(10 * 1e-4), random), source("poisson: {rate: 10 Hz}"));
        assertEquals(
                new PoissonSource(
                        List.of(
                                new PoissonSource.Rate(0, NeuronValues.of(10 * 1e-4)),
                                new PoissonSource.Rate(50, NeuronValues.each(0, 1e3 * 1e-4, 20 * 1e-4))),
                        random),
                source("poisson: {profile: [{from: 0 s, rate: 10 Hz}, {from: 5 ms, rate: [0 Hz, 1 kHz, 20 Hz]}]}"));
        assertEquals(
                new RegularSource(NeuronValues.of(25), NeuronValues.each(0, 1, 2)),
                source("regular: {period: 2.5 ms, phase: [0 ms, 0.1 ms, 0.2 ms]}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        model: lif, parameters: {beta: 0.5, order: potential-first} | found a key that does not go with model lif, expected one of beta, time-constant, threshold,
        model: alpha-lif, parameters: {time-constant: 1 ms, currents: [{time-constant: 1 ms}]} | found no "capacitance", which model alpha-lif requires
        model: synaptic-lif, parameters: {beta: 0.5}  | found no "currents"
        model: synaptic-lif, parameters: {beta: 0.5, capacitance: 1, currents: [{time-constant: 1 ms}]} | found no single "time-constant"
        model: synaptic-lif, parameters: {time-constant: 1 ms, currents: [{time-constant: 0 ms}], capacitance: 1} | found "0 ms", expected more than 0 s
        model: synaptic-lif, parameters: {beta: 0.5, currents: [{decay: 0.5}], synapses: [{decay: 0.5}]} | found a key that does not go with model synaptic-lif
        model: synaptic-lif, parameters: {time-constant: 1 ms, capacitance: 1, currents: [{time-constant: 1 ms, gain: 2}]} | found a decay or a gain beside a capacitance
        model: alpha-lif, parameters: {time-constant: 1 ms, capacitance: 1, currents: [{time-constant: 1 ms, gain: 2}]} | found the unknown key "gain", expected one of time-constant
        model: lif, parameters: {beta: 0.9, membrane-step: 0.3}                              | the step of the membrane is 0.3, expected a power of two
        model: lif, parameters: {beta: 0.9, membrane-step: 0.5, integration: per-tick}       | found a key that does not go with "membrane-step", expected one or the other
        model: adaptive-lif, parameters: {beta: 0.9, membrane-step: 0.5, adaptation: {decay: 0.9, increment: 1}} | found a key that does not go with model adaptive-lif
        model: alpha-lif, parameters: {time-constant: 1 ms, capacitance: 1, currents: [{time-constant: 1 ms, bias: 2}]} | found the unknown key "bias", expected one of time-constant
        model: synaptic-lif, parameters: {beta: 0.5, currents: [{decay: 0.5, bias: [1, 2]}]} | there are 2 values of the bias of the synaptic current for 3 neurons
        model: synaptic-lif, parameters: {beta: 0.5, currents: [{}]} | found none of time-constant, decay
        model: adaptive-lif, parameters: {beta: 0.5}  | found no "adaptation"
        model: lif, parameters: {beta: 0.5, integration: closed-form, delayed-reset: true} | a delayed reset cannot be integrated in closed form
        model: lif, parameters: {beta: 0.5, threshold: [1, 2]} | there are 2 values of the threshold for 3 neurons
        model: lif, parameters: {time-constant: [1 ms, 2 ms, 0 ms]} | expected more than 0 s
        model: lif, parameters: {beta: {distribution: uniform, low: 0.5, high: 3}} | expected a number from 0 to 1
        model: resonate-and-fire, parameters: {decay: 1, frequency: 4 Hz} | found 1, expected less than 1
        model: alpha-lif, parameters: {time-constant: 1 ms, capacitance: 1, currents: [{decay: 0.5, time-constant: 1 ms}]} | found the unknown key "decay", expected one of time-constant
        model: izhikevich, parameters: {beta: 0.5} | found a key that does not go with model izhikevich, expected one of a, b, c, d, bias
        model: resonate-and-fire, parameters: {decay: 0.5} | found no "frequency", which model resonate-and-fire requires
        model: izhikevich, parameters: {c: 40}        | the c is 40.0, expected a finite number below 30
        model: lif, parameters: {beta: 0.5}, currents: [{}] | found none of steps, noise, poisson
        model: lif, parameters: {beta: 0.5}, currents: [{noise: {deviation: 1, hold: 0 ticks}}] | found 0 ticks, expected at least 1
        model: lif, parameters: {beta: 0.5}, currents: [{steps: [{from: 1 ms, current: 1}, {from: 0 ms, current: 1}]}] | expected one after 10
        model: lif, parameters: {beta: 0.5}, currents: [{poisson: {rate: 100 MHz, weight: 1}}] | expected
        """)
    void saysWhatIsWrongWithAModel(String population, String message) {
        InputException refused = assertThrows(InputException.class, () -> model(population));

        assertEquals(1, refused.problems().size(), refused::toString);
        assertTrue(refused.problems().get(0).message().contains(message), refused::toString);
        assertEquals(8, refused.problems().get(0).line());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        poisson: {}                               | found none of rate, profile
        poisson: {rate: 10}                       | expected a frequency such as 10 Hz
        poisson: {rate: 10 Hz}, regular: {period: 1 ms} | together, expected only one of
        poisson: {rate: [1 Hz, 2 Hz]}             | there are 2 values of the rate for 3 neurons
        poisson: {profile: [{from: 1 s, rate: 1 Hz}, {from: 0 s, rate: 1 Hz}]} | expected one after 10000
        regular: {period: 0.05 ms}                | the period is 0.5
        regular: {period: 1 ms}, gap: 1 ms        | found a key that does not go with "regular"
        """)
    void saysWhatIsWrongWithASource(String input, String message) {
        InputException refused = assertThrows(InputException.class, () -> source(input));

        assertTrue(
                refused.problems().stream()
                        .anyMatch(problem -> problem.message().contains(message)),
                refused::toString);
    }
}
