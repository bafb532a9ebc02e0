package ganglion.hardware.precision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.hardware.precision.Quantisation.ChipPrecision;
import ganglion.hardware.precision.Quantisation.QuantisedLif;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.model.Lif;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Neurons in units of a step of 0.25. */
class QuantisedLifTest {

    private static final double STEP = 0.25;
    private static final OptionalInt UNKNOWN = OptionalInt.empty();
    private static final ChipPrecision PRECISION =
            new ChipPrecision(UNKNOWN, OptionalInt.of(8), UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);

    private static QuantisedLif quantised(LifParameters parameters) {
        return QuantisedLif.of(new Lif(parameters), 2, STEP, PRECISION);
    }

    @Test
    void everyNumberIsCountedInSteps() {
        LifParameters given = new LifParameters(
                NeuronValues.of(0.5),
                NeuronValues.each(2.1, 3),
                true,
                Reset.TO_VALUE,
                false,
                NeuronValues.of(-0.5),
                NeuronValues.of(4),
                NeuronValues.of(-0.75),
                NeuronValues.of(1),
                3);

        QuantisedLif found = quantised(given);

        // Rest and bias drive the membrane by 0.5 * 4 - 0.75 a tick; rest itself is within the drive.
        assertEquals(
                new LifParameters(
                        NeuronValues.of(0.5),
                        NeuronValues.each(8, 12),
                        true,
                        Reset.TO_VALUE,
                        false,
                        NeuronValues.of(-2),
                        NeuronValues.of(0),
                        NeuronValues.of(5),
                        NeuronValues.of(4),
                        3),
                found.model().parameters());
        assertEquals(1, found.model().step());
        assertEquals(127, found.model().limit());
        assertEquals(0.1, found.largestThresholdError(), 1e-12);
    }

    /** A threshold of no step, or a reset to it, would make the neuron fire in every tick. */
    @Test
    void aThresholdStaysAboveZeroAndAResetBelowIt() {
        LifParameters tiny = quantised(LifParameters.of(0.5, 0.01)).model().parameters();
        assertEquals(NeuronValues.of(1), tiny.threshold());
        assertEquals(NeuronValues.of(0), tiny.resetPotential());

        LifParameters close = quantised(LifParameters.of(0.5, 1).withResetPotential(NeuronValues.of(0.99)))
                .model()
                .parameters();
        assertEquals(NeuronValues.of(4), close.threshold());
        assertEquals(NeuronValues.of(3), close.resetPotential());

        LifParameters below = quantised(LifParameters.of(0.5, 1)
                        .withResetPotential(NeuronValues.of(-3))
                        .withReset(Reset.NONE, false))
                .model()
                .parameters();
        assertEquals(NeuronValues.of(-12), below.resetPotential());
        LifParameters negative = new LifParameters(
                NeuronValues.of(0.5),
                NeuronValues.of(-0.5),
                false,
                Reset.TO_VALUE,
                false,
                NeuronValues.of(-2),
                NeuronValues.of(-2),
                NeuronValues.of(0),
                NeuronValues.of(-2),
                0);
        assertEquals(
                NeuronValues.of(-2), quantised(negative).model().parameters().threshold());
    }
}
