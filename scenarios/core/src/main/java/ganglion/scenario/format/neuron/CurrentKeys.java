package ganglion.scenario.format.neuron;

import static ganglion.documents.key.Types.hertz;
import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.number;
import static ganglion.documents.key.Types.ticks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByKey;
import ganglion.documents.key.KindsByKey.Kind;
import ganglion.documents.key.MappedType;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.documents.place.PlacedException;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.current.DrivenNeurons;
import ganglion.kernel.neuron.current.InputCurrent;
import ganglion.kernel.neuron.current.NoiseCurrent;
import ganglion.kernel.neuron.current.PoissonCurrent;
import ganglion.kernel.neuron.current.StepCurrent;
import ganglion.kernel.random.PoissonCounts;
import ganglion.scenario.format.number.NeuronNumbers;
import ganglion.scenario.format.number.NeuronScope;
import java.util.List;

/** Currents that flow into neurons beside their synapses. A new one is its file in the kernel, its keys here, and a kind. */
public final class CurrentKeys {

    private static final Key<Long> FROM =
            Key.of("from", ticks()).says("When the step begins.").required().example("10 ms");

    private static final Key<NeuronValues> CURRENT = Key.of("current", NeuronNumbers.numbers())
            .says("What is added to the summed input of a neuron at every tick.")
            .required()
            .example(0.1);

    private static final Shape<StepCurrent.Step> STEP = Shape.ofRecord("", StepCurrent.Step.class, FROM, CURRENT);

    private static final Key<StepCurrent> STEPS = Key.of(
                    "steps",
                    new MappedType<>(
                            listOf("a list of steps", STEP).size(1, 100_000), CurrentKeys::steps, StepCurrent::steps))
            .says("A current that is constant from one step to the next; nothing flows before the first.")
            .exampleText("[{from: 10 ms, current: 0.1}, {from: 50 ms, current: 0}]");

    private static final Key<Double> MEAN = Key.of("mean", number())
            .says("Mean of what is added to the summed input at every tick.")
            .byDefault(0.0)
            .example(0);

    private static final Key<Double> DEVIATION = Key.of("deviation", number().from(0))
            .says("Standard deviation of the same.")
            .required()
            .example(0.1);

    private static final Key<Long> HOLD = Key.of("hold", ticks())
            .says("How long each value is held before the next is drawn.")
            .byDefault(1L)
            .example("1 ms");

    private static final Key<NoiseCurrent> NOISE = Key.of(
                    "noise", Shape.of("Gaussian noise", CurrentKeys::noise, MEAN, DEVIATION, HOLD))
            .says("White noise, independent for each neuron.")
            .exampleText("{mean: 0, deviation: 0.1}");

    private static final Key<Double> RATE = Key.of("rate", hertz())
            .says("Events for each neuron, of all its trains together.")
            .required()
            .example("20 kHz");

    private static final Key<Double> WEIGHT = Key.of("weight", number())
            .says("What one event adds to the summed input.")
            .required()
            .example(0.1);

    private static final Key<PoissonCurrent> POISSON = Key.of(
                    "poisson", Shape.of("Poisson input", CurrentKeys::poisson, RATE, WEIGHT))
            .says("Independent Poisson trains of events into each neuron, such as those of a background population.")
            .exampleText("{rate: 20 kHz, weight: 0.1}");

    /** One current. */
    private static final KindsByKey<InputCurrent> KINDS = new KindsByKey<>(
            "a current with one of steps, noise and poisson",
            List.of(
                    new Kind<>(STEPS, StepCurrent.class),
                    new Kind<>(NOISE, NoiseCurrent.class),
                    new Kind<>(POISSON, PoissonCurrent.class)));

    /** The currents of a population. */
    public static final Key<List<InputCurrent>> CURRENTS = Key.of(
                    "currents", listOf("a list of currents", KINDS).size(1, 100))
            .says(
                    "What flows into each neuron beside its synapses. It is added to the summed input of a tick; neurons with"
                            + " synaptic currents take it in as synaptic input.")
            .exampleText("[{noise: {deviation: 0.1}}]");

    private CurrentKeys() {}

    /** The model with the currents of a population, in order. What is wrong with a current is noted. */
    public static NeuronModel drive(NeuronModel model, Place population) {
        NeuronModel driven = model;
        for (Place place : population.elements(CURRENTS.name())) {
            try {
                InputCurrent current = KINDS.read(place);
                current.checkSize(NeuronScope.of(place).size());
                driven = new DrivenNeurons(driven, current);
            } catch (IllegalArgumentException e) {
                PlacedException.note(e, place);
            }
        }
        return driven;
    }

    /**
     * Writes the currents of a model, if there are any.
     *
     * @return the model without them
     */
    public static NeuronModel write(NeuronModel model, ObjectNode population) {
        if (!(model instanceof DrivenNeurons driven)) {
            return model;
        }
        NeuronModel neurons = write(driven.neurons(), population);
        population.withArrayProperty(CURRENTS.name()).add(KINDS.write(driven.current()));
        return neurons;
    }

    private static StepCurrent steps(Place list) {
        return new StepCurrent(list.elements().stream().map(STEP::read).toList());
    }

    private static NoiseCurrent noise(Place place) {
        NeuronScope neurons = NeuronScope.of(place);
        return new NoiseCurrent(
                MEAN.in(place), DEVIATION.in(place), holdTicks(place), neurons.size(), neurons.currentRandom(place));
    }

    private static int holdTicks(Place noise) {
        long ticks = HOLD.in(noise);
        if (ticks < 1 || ticks > Integer.MAX_VALUE) {
            throw new PlacedException(HOLD.at(noise), "found " + ticks + " ticks, expected at least 1");
        }
        return (int) ticks;
    }

    private static PoissonCurrent poisson(Place place) {
        NeuronScope neurons = NeuronScope.of(place);
        double eventsPerTick = RATE.in(place) * place.reading().times().clock().tickSeconds();
        return new PoissonCurrent(
                new PoissonCounts(eventsPerTick), WEIGHT.in(place), neurons.size(), neurons.currentRandom(place));
    }
}
