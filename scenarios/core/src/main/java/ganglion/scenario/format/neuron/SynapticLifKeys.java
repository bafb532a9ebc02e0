package ganglion.scenario.format.neuron;

import static ganglion.documents.key.Types.number;
import static ganglion.documents.key.Types.words;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.current.SynapticCurrent;
import ganglion.kernel.neuron.model.SynapticLif;
import ganglion.kernel.neuron.model.SynapticOrder;
import ganglion.kernel.time.Clock;
import ganglion.scenario.format.number.NeuronNumbers;
import java.util.List;
import java.util.Optional;

/**
 * Leaky integrate-and-fire neurons with currents that decay exponentially, given as trainers give them (a decay, and a
 * gain), or as physics does (time constants and a capacitance).
 */
final class SynapticLifKeys {

    private static final Key<Double> TIME_CONSTANT = SynapseKeys.TIME_CONSTANT.says("Time constant of the decay.");

    private static final Key<NeuronValues> DECAY = Key.of(
                    "decay", NeuronNumbers.within(number().from(0).to(1)))
            .says("Instead of a time constant: share of the current that is left after one tick.")
            .example(0.8);

    private static final Key<NeuronValues> GAIN = Key.of("gain", NeuronNumbers.numbers())
            .says("What a current of 1 adds to the potential in one tick. Not together with a capacitance.")
            .byDefault(NeuronValues.of(1))
            .example(1.0);

    private static final Key<NeuronValues> BIAS = Key.of("bias", NeuronNumbers.numbers())
            .says("Added to the current at every tick.")
            .byDefault(NeuronValues.of(0))
            .example(0.01);

    private static final Shape<Given> CURRENT = Shape.of(
                    "a synaptic current",
                    place -> new Given(Optional.of(place), Optional.empty()),
                    TIME_CONSTANT,
                    DECAY,
                    GAIN,
                    BIAS)
            .exactlyOne(TIME_CONSTANT, DECAY)
            .writtenBy((given, into) -> given.current().ifPresent(current -> write(current, into)));

    private static final Key<List<Given>> CURRENTS = SynapseKeys.currents(CURRENT)
            .exampleText("[{decay: 0.8}]")
            .exampleText("[{time-constant: 5 ms}, {time-constant: 10 ms}]");

    private static final Key<SynapticOrder> ORDER = Key.of("order", words("the name of an order", SynapticOrder.class))
            .says(
                    "Whether input acts on the potential at the tick at which it arrives, as in trainers (current-first), or"
                            + " from the next tick on, as on NEST's grid (potential-first).")
            .byDefault(SynapticOrder.CURRENT_FIRST)
            .example("potential-first");

    static final ModelKind<SynapticLif> KIND = new ModelKind<>(
            "synaptic-lif",
            "leaky integrate-and-fire with synaptic currents that decay exponentially",
            SynapticLif.class,
            MembraneKeys.shape(SynapticLifKeys::read, CURRENTS, SynapseKeys.CAPACITANCE, ORDER),
            SynapticLifKeys::write);

    /** A current as a place of a document, which cannot be read without the capacitance of its model, or to be written. */
    private record Given(Optional<Place> place, Optional<SynapticCurrent> current) {}

    private SynapticLifKeys() {}

    private static NeuronModel read(Place place) {
        List<SynapticCurrent> currents = CURRENTS.in(place).stream()
                .map(given -> current(place, given.place().orElseThrow()))
                .toList();
        return new SynapticLif(MembraneKeys.in(place), currents, ORDER.in(place));
    }

    private static SynapticCurrent current(Place model, Place current) {
        NeuronValues bias = BIAS.in(current);
        if (!SynapseKeys.CAPACITANCE.isIn(model)) {
            return new SynapticCurrent(decay(current), GAIN.in(current), bias);
        }
        if (DECAY.isIn(current) || GAIN.isIn(current)) {
            current.problem("found a decay or a gain beside a capacitance, expected a time-constant alone");
        }
        return SynapticCurrent.exact(
                        SynapseKeys.milliseconds(current),
                        SynapseKeys.membraneMilliseconds(model),
                        SynapseKeys.CAPACITANCE.in(model),
                        SynapseKeys.tickMilliseconds(model))
                .withBias(bias);
    }

    private static NeuronValues decay(Place current) {
        return DECAY.find(current)
                .orElseGet(() -> NeuronValues.of(
                        Math.exp(-SynapseKeys.tickMilliseconds(current) / SynapseKeys.milliseconds(current))));
    }

    private static void write(SynapticLif model, Clock clock, ObjectNode into) {
        MembraneKeys.write(model.membrane(), into);
        CURRENTS.write(
                into,
                model.currents().stream()
                        .map(current -> new Given(Optional.empty(), Optional.of(current)))
                        .toList());
        ORDER.write(into, model.order());
    }

    private static void write(SynapticCurrent current, ObjectNode into) {
        DECAY.write(into, current.decay());
        GAIN.write(into, current.gain());
        BIAS.write(into, current.bias());
    }
}
