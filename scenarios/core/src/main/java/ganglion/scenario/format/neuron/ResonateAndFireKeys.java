package ganglion.scenario.format.neuron;

import static ganglion.documents.key.Types.hertz;
import static ganglion.documents.key.Types.number;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.model.ResonateAndFire;
import ganglion.kernel.time.Clock;
import ganglion.scenario.format.number.NeuronNumbers;
import ganglion.scenario.format.number.NeuronTimes;

/** Neurons that fire at input in phase with their damped oscillation. */
final class ResonateAndFireKeys {

    private static final Key<NeuronValues> DECAY = Key.of(
                    "decay", NeuronNumbers.within(number().from(0).below(1)))
            .says("Share of the oscillation that is left after one tick.")
            .example(0.99);

    private static final Key<NeuronValues> TIME_CONSTANT = Key.of("time-constant", new NeuronTimes())
            .says("Instead of a decay: time constant tau of exp(-tick / tau).")
            .example("50 ms");

    private static final Key<Double> FREQUENCY = Key.of("frequency", hertz())
            .says("Frequency of the neuron's oscillation.")
            .required()
            .example("40 Hz");

    private static final Key<NeuronValues> THRESHOLD = Key.of("threshold", NeuronNumbers.numbers())
            .says("Potential at which the neuron fires, above 0.")
            .byDefault(NeuronValues.of(1))
            .example(1.0);

    private static final Key<NeuronValues> RESET_POTENTIAL = Key.of("reset-potential", NeuronNumbers.numbers())
            .says("Potential after a spike, below the threshold.")
            .byDefault(NeuronValues.of(0))
            .example(0.0);

    private static final Decay DAMPING = new Decay(DECAY, TIME_CONSTANT);

    static final ModelKind<ResonateAndFire> KIND = new ModelKind<>(
            "resonate-and-fire",
            "fire at input in phase with a damped oscillation",
            ResonateAndFire.class,
            Shape.of("", ResonateAndFireKeys::read, DECAY, TIME_CONSTANT, FREQUENCY, THRESHOLD, RESET_POTENTIAL)
                    .exactlyOne(DECAY, TIME_CONSTANT));

    private ResonateAndFireKeys() {}

    private static ResonateAndFire read(Place place) {
        return new ResonateAndFire(
                DAMPING.in(place),
                NeuronValues.of(
                        angle(FREQUENCY.in(place), place.reading().times().clock())),
                THRESHOLD.in(place),
                RESET_POTENTIAL.in(place));
    }

    private static double angle(double hertz, Clock clock) {
        double turnsPerTick = hertz * clock.tickSeconds();
        return 2 * Math.PI * turnsPerTick;
    }
}
