package ganglion.rule.experiment;

import static ganglion.documents.key.Types.flag;
import static ganglion.documents.key.Types.fractionalTicks;
import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.listOf;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.learning.eventprop.ExponentialDynamics;
import ganglion.learning.eventprop.train.EventShape;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.format.RuleTrainedClassifier;
import java.util.List;

/** The keys of a network in continuous time. */
final class EventNetworkKeys {

    /** Each weight takes about ten numbers of 8 bytes while it is learned. */
    private static final long MOST_WEIGHTS = 10_000_000;

    private static final double SHORTEST_TICK_SECONDS = 1e-9;

    private static final int CLASSES_UNTIL_KNOWN = 2;
    private static final ExponentialDynamics USUAL = new ExponentialDynamics(2, 1);

    private static final Key<List<Integer>> HIDDEN = Key.of(
                    "hidden",
                    listOf("a list of numbers of neurons", integer().from(1).to(16_384))
                            .size(0, 100))
            .says("Numbers of neurons of the hidden layers. May be empty where first spikes decide.")
            .required()
            .exampleText("[64]");
    private static final Key<Boolean> RECURRENT = Key.of("recurrent", flag())
            .says("Whether the neurons of each hidden layer reach each other.")
            .byDefault(false)
            .example(true);
    private static final Key<Double> MEMBRANE = Key.of("membrane", fractionalTicks())
            .says("Time constant of the potentials, of all neurons and of the integrators.")
            .required()
            .example("20 ms");
    private static final Key<Double> SYNAPSES = Key.of("synapses", fractionalTicks())
            .says(
                    "Time constant of the synaptic currents, which differs from that of the potentials by 1 % or more. Left out,"
                            + " half of that, with which training is fastest.")
            .example("10 ms");
    private static final Key<Double> DELAY = Key.of("delay", fractionalTicks())
            .says("Delay of all synapses, at most the length of a sample. Left out, one tick.")
            .example("10 ms");
    private static final Key<Integer> TICKS_PER_STEP = Key.of(
                    "ticks-per-step", integer().from(1).to(10_000))
            .says(
                    "Ticks to a step of the samples on the grid on which the trained network is judged and compiled. The finer,"
                            + " the closer to the continuous time in which it learns. A scenario that hears sounds has one tick to a"
                            + " step.")
            .byDefault(1)
            .example(10);

    /** The network. */
    static final Key<Place> NETWORK = Key.of(
                    "network",
                    Shape.of(
                            "settings of a network",
                            place -> place,
                            HIDDEN,
                            RECURRENT,
                            MEMBRANE,
                            SYNAPSES,
                            DELAY,
                            TICKS_PER_STEP))
            .says(
                    "Layers of leaky neurons with exponential synaptic currents, each fully joined to the next. Thresholds are 1.")
            .required()
            .exampleText("{hidden: [64], membrane: 20 ms}");

    private EventNetworkKeys() {}

    /** Ticks to a step on the grid. */
    static int ticksPerStep(Place network) {
        return TICKS_PER_STEP.in(network);
    }

    /** A grid with more ticks to a sample than can be run, or with ticks that are too short, is reported. */
    static void checkGrid(Place network, Features features) {
        int ticks = TICKS_PER_STEP.in(network);
        if ((long) ticks * features.steps() > RuleTrainedClassifier.MOST_TICKS) {
            TICKS_PER_STEP
                    .at(network)
                    .problem("found " + ticks + " ticks for each of " + features.steps() + " steps, expected at most "
                            + RuleTrainedClassifier.MOST_TICKS + " ticks to a sample");
        } else if (features.stepSeconds() / ticks < SHORTEST_TICK_SECONDS) {
            TICKS_PER_STEP
                    .at(network)
                    .problem("found ticks of " + features.stepSeconds() / ticks + " s, expected 1 ns or more");
        }
    }

    /**
     * The shape of a network, of two classes until the data tell how many there are.
     *
     * @param readOut whether the loss reads integrators behind the last hidden layer
     */
    static EventShape shape(Place network, Features features, boolean readOut) {
        double delay = DELAY.find(network).orElse(1.0 / TICKS_PER_STEP.in(network));
        if (delay > features.steps()) {
            DELAY.at(network)
                    .problem("found " + DELAY.at(network).text() + ", expected at most the " + features.steps()
                            + " steps of a sample, behind which nothing arrives");
        }
        List<Integer> hidden = HIDDEN.in(network);
        boolean reads = readOut && !hidden.isEmpty();
        if (readOut && !reads) {
            HIDDEN.at(network)
                    .problem(
                            "found no hidden layer for a loss of potentials, expected one or more, or the loss first-spike");
        }
        checkSize(network, features.inputs(), hidden);
        return new EventShape(
                features.inputs(), hidden, CLASSES_UNTIL_KNOWN, dynamics(network), RECURRENT.in(network), delay, reads);
    }

    private static void checkSize(Place network, int inputs, List<Integer> hidden) {
        long weights = 0;
        long sources = inputs;
        for (int size : hidden) {
            weights += sources * size + (RECURRENT.in(network) ? (long) size * size : 0);
            sources = size;
        }
        if (weights > MOST_WEIGHTS) {
            HIDDEN.at(network).problem("found " + weights + " weights, expected at most " + MOST_WEIGHTS);
        }
    }

    private static ExponentialDynamics dynamics(Place network) {
        double membrane = MEMBRANE.in(network);
        double synapses = SYNAPSES.find(network).orElse(membrane / 2);
        try {
            return new ExponentialDynamics(membrane, synapses);
        } catch (IllegalArgumentException e) {
            Key<Double> key = membrane > 0 && SYNAPSES.isIn(network) ? SYNAPSES : MEMBRANE;
            String found = "found " + key.at(network).text() + ", expected ";
            key.at(network)
                    .problem(
                            membrane > 0 && synapses > 0
                                    ? found + "a time that differs from that of the potentials by 1 % or more"
                                    : found + "more than 0");
            return USUAL;
        }
    }
}
