package ganglion.scenario.format.neuron;

import static ganglion.documents.key.Types.hertz;
import static ganglion.documents.key.Types.number;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.model.BalancedResonator;
import ganglion.kernel.time.Clock;
import ganglion.scenario.format.number.NeuronNumbers;

/** Neurons that oscillate without ever diverging, and are refractory instead of reset. */
final class BalancedResonatorKeys {

    private static final Key<NeuronValues> TURN = Key.of(
                    "turn", NeuronNumbers.within(number().above(-1).below(1)))
            .says("Sine of the angle of a turn in one tick: the angular frequency times the step.")
            .example(0.05);

    private static final Key<Double> FREQUENCY = Key.of("frequency", hertz())
            .says("Instead of a turn: frequency of the oscillation, below a quarter of one per tick.")
            .example("5 Hz");

    private static final Key<NeuronValues> DAMPING = Key.of("damping", NeuronNumbers.within(number().above(0)))
            .says("Share that a tick takes off the oscillation.")
            .required()
            .example(0.02);

    private static final Key<NeuronValues> STEP = Key.of("step", NeuronNumbers.within(number().above(0)))
            .says("Factor on the input, and on the refractory term where it damps.")
            .byDefault(NeuronValues.of(0.01))
            .example(0.01);

    private static final Key<NeuronValues> REFRACTORY_DECAY = Key.of(
                    "refractory-decay", NeuronNumbers.within(number().from(0).below(1)))
            .says("Share of the refractory term that is left after one tick; a spike adds 1 to it.")
            .byDefault(NeuronValues.of(0.9))
            .example(0.9);

    private static final Key<NeuronValues> THRESHOLD = Key.of("threshold", NeuronNumbers.numbers())
            .says("Potential above which the neuron fires, above 0; the refractory term is added to it.")
            .byDefault(NeuronValues.of(1))
            .example(1.0);

    static final ModelKind<BalancedResonator> KIND = new ModelKind<>(
            "balanced-resonate-and-fire",
            "oscillate without ever diverging, and are refractory instead of reset",
            BalancedResonator.class,
            Shape.of("", BalancedResonatorKeys::read, TURN, FREQUENCY, DAMPING, STEP, REFRACTORY_DECAY, THRESHOLD)
                    .exactlyOne(TURN, FREQUENCY),
            BalancedResonatorKeys::write);

    private BalancedResonatorKeys() {}

    private static BalancedResonator read(Place place) {
        return new BalancedResonator(
                TURN.find(place).orElseGet(() -> turn(place)),
                DAMPING.in(place),
                STEP.in(place),
                REFRACTORY_DECAY.in(place),
                THRESHOLD.in(place));
    }

    private static NeuronValues turn(Place place) {
        double turns = FREQUENCY.in(place) * place.reading().times().clock().tickSeconds();
        if (!(Math.abs(turns) < 0.25)) {
            throw new IllegalArgumentException(
                    "the frequency is " + turns + " turns per tick, expected less than 0.25");
        }
        return NeuronValues.of(StrictMath.sin(2 * Math.PI * turns));
    }

    private static void write(BalancedResonator model, Clock clock, ObjectNode into) {
        TURN.write(into, model.turn());
        DAMPING.write(into, model.damping());
        STEP.write(into, model.step());
        REFRACTORY_DECAY.write(into, model.refractoryDecay());
        THRESHOLD.write(into, model.threshold());
    }
}
