package ganglion.kernel.neuron.model;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.current.AlphaCurrent;
import ganglion.kernel.neuron.current.SynapticCurrent;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What all models do alike with their parameters. */
class ModelParametersTest {

    private static final LifParameters MEMBRANE = LifParameters.of(0.5, 1);
    private static final NeuronValues HALF = NeuronValues.of(0.5);
    private static final NeuronValues TENTH = NeuronValues.of(0.1);
    private static final SynapticCurrent SYNAPTIC = SynapticCurrent.of(0.5);
    private static final AlphaCurrent ALPHA = new AlphaCurrent(HALF, HALF, HALF, HALF);

    private static Arguments parameter(String name, Function<NeuronValues, NeuronModel> model) {
        return Arguments.of(name, model);
    }

    /** Each parameter of each model that may have a value for each neuron. */
    static Stream<Arguments> parameters() {
        return Stream.of(
                parameter("beta", it -> new Lif(LifParameters.of(it, NeuronValues.of(1)))),
                parameter("threshold", it -> new Lif(LifParameters.of(HALF, it))),
                parameter("reset potential", it -> new Lif(MEMBRANE.withResetPotential(it))),
                parameter("rest", it -> new Lif(MEMBRANE.withRest(it))),
                parameter("bias", it -> new Lif(MEMBRANE.withBias(it))),
                parameter("initial potential", it -> new Lif(MEMBRANE.withInitialPotential(it))),
                parameter("beta", it -> new AdaptiveLif(LifParameters.of(it, NeuronValues.of(1)), HALF, HALF)),
                parameter("decay of the adaptation", it -> new AdaptiveLif(MEMBRANE, it, HALF)),
                parameter("increment of the adaptation", it -> new AdaptiveLif(MEMBRANE, HALF, it)),
                parameter(
                        "beta",
                        it -> new SynapticLif(
                                LifParameters.of(it, NeuronValues.of(1)),
                                List.of(SYNAPTIC),
                                SynapticOrder.CURRENT_FIRST)),
                parameter(
                        "",
                        it -> new SynapticLif(
                                MEMBRANE,
                                List.of(SYNAPTIC, new SynapticCurrent(it, HALF, HALF)),
                                SynapticOrder.CURRENT_FIRST)),
                parameter("beta", it -> new AlphaLif(LifParameters.of(it, NeuronValues.of(1)), List.of(ALPHA))),
                parameter("", it -> new AlphaLif(MEMBRANE, List.of(ALPHA, new AlphaCurrent(it, HALF, HALF, HALF)))),
                parameter("a", it -> new Izhikevich(1, it, HALF, HALF, HALF, HALF)),
                parameter("b", it -> new Izhikevich(1, HALF, it, HALF, HALF, HALF)),
                parameter("c", it -> new Izhikevich(1, HALF, HALF, it, HALF, HALF)),
                parameter("d", it -> new Izhikevich(1, HALF, HALF, HALF, it, HALF)),
                parameter("bias", it -> new Izhikevich(1, HALF, HALF, HALF, HALF, it)),
                parameter("beta", it -> new SeAdLif(it, HALF, HALF, HALF, NeuronValues.of(1), NeuronValues.of(0))),
                parameter(
                        "decay of the adaptation",
                        it -> new SeAdLif(HALF, it, HALF, HALF, NeuronValues.of(1), NeuronValues.of(0))),
                parameter("a", it -> new SeAdLif(HALF, HALF, it, HALF, NeuronValues.of(1), NeuronValues.of(0))),
                parameter("b", it -> new SeAdLif(HALF, HALF, HALF, it, NeuronValues.of(1), NeuronValues.of(0))),
                parameter("threshold", it -> new SeAdLif(HALF, HALF, HALF, HALF, it, NeuronValues.of(0))),
                parameter("reset potential", it -> new SeAdLif(HALF, HALF, HALF, HALF, NeuronValues.of(1), it)),
                parameter("turn", it -> new BalancedResonator(it, TENTH, TENTH, HALF, NeuronValues.of(1))),
                parameter("damping", it -> new BalancedResonator(HALF, it, TENTH, HALF, NeuronValues.of(1))),
                parameter("step", it -> new BalancedResonator(HALF, TENTH, it, HALF, NeuronValues.of(1))),
                parameter("refractory decay", it -> new BalancedResonator(HALF, TENTH, TENTH, it, NeuronValues.of(1))),
                parameter("threshold", it -> new BalancedResonator(HALF, TENTH, TENTH, HALF, it)),
                parameter("decay", it -> new ResonateAndFire(it, HALF, NeuronValues.of(1), HALF)),
                parameter("angle", it -> new ResonateAndFire(HALF, it, NeuronValues.of(1), HALF)),
                parameter("threshold", it -> new ResonateAndFire(HALF, HALF, it, NeuronValues.of(0))),
                parameter("reset potential", it -> new ResonateAndFire(HALF, HALF, NeuronValues.of(1), it)));
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void valuesForEachNeuronFitPopulationsOfTheirNumberAlone(
            String parameter, Function<NeuronValues, NeuronModel> create) {
        NeuronModel model = create.apply(NeuronValues.each(0.25, 0.5));

        assertDoesNotThrow(() -> model.checkSize(2));
        String refused = assertThrows(IllegalArgumentException.class, () -> model.checkSize(3))
                .getMessage();
        assertTrue(refused.contains(parameter), refused);
        assertDoesNotThrow(() -> create.apply(HALF).checkSize(3));
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void whatIsNoNumberIsRefusedByName(String parameter, Function<NeuronValues, NeuronModel> create) {
        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            String refused = assertThrows(IllegalArgumentException.class, () -> create.apply(NeuronValues.of(value)))
                    .getMessage();
            assertTrue(refused.contains(parameter), refused);
        }
    }

    @Test
    void theEndsOfARangeBelongToItWhereTheySaySo() {
        for (double end : new double[] {0, 1}) {
            assertDoesNotThrow(() -> new AdaptiveLif(MEMBRANE, NeuronValues.of(end), NeuronValues.of(end)));
        }
        assertDoesNotThrow(() -> ResonateAndFire.of(0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> ResonateAndFire.of(1, 1, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ResonateAndFire(HALF, HALF, NeuronValues.of(0), NeuronValues.of(-1)));
        assertDoesNotThrow(() -> Izhikevich.regularSpiking(1));
        assertDoesNotThrow(() -> new Lif(LifParameters.of(1 - 1e-12, 1), Integration.CLOSED_FORM));
        assertDoesNotThrow(() -> new Lif(LifParameters.of(1, 1), Integration.CLOSED_FORM));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Lif(LifParameters.of(Math.nextUp(1 - 1e-12), 1), Integration.CLOSED_FORM));
    }

    @Test
    void namesAreThoseOfScenarios() {
        List<NeuronModel> models = List.of(
                new Lif(MEMBRANE),
                new LeakyIntegrator(0.5),
                new AdaptiveLif(MEMBRANE, HALF, HALF),
                new SynapticLif(MEMBRANE, List.of(SYNAPTIC), SynapticOrder.CURRENT_FIRST),
                new AlphaLif(MEMBRANE, List.of(ALPHA)),
                Izhikevich.regularSpiking(1),
                ResonateAndFire.of(0.5, 1, 1),
                SeAdLif.of(0.5, 0.5, 1, 1),
                BalancedResonator.of(0.5, 0.1, 0.1));

        assertEquals(
                List.of(
                        "lif",
                        "leaky-integrator",
                        "adaptive-lif",
                        "synaptic-lif",
                        "alpha-lif",
                        "izhikevich",
                        "resonate-and-fire",
                        "se-adlif",
                        "balanced-resonate-and-fire"),
                models.stream().map(NeuronModel::name).toList());
    }
}
