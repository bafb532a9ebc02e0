package ganglion.rule.experiment;

import static ganglion.documents.key.Types.fractionalTicks;
import static ganglion.documents.key.Types.number;

import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByTag;
import ganglion.documents.key.KindsByTag.Kind;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.learning.eventprop.EventNetwork.EventReadOut;
import ganglion.learning.eventprop.EventNetwork.EventReadOut.Measure;
import ganglion.learning.eventprop.adjoint.EventLoss;
import ganglion.learning.eventprop.adjoint.EventLoss.FirstSpikeLoss;
import ganglion.learning.eventprop.adjoint.EventLoss.ReadOutLoss;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The losses of networks in continuous time: the only place that knows their words and keys. */
final class ObjectiveKeys {

    private static final double USUAL_SCALE_STEPS = 1;
    private static final double USUAL_FACTOR = 5;

    private static final Key<Double> TIME = Key.of("scale", fractionalTicks())
            .says("Time by which a first spike must be earlier to count e times as much. Left out, one step.")
            .example("5 ms");
    private static final Key<Double> EARLY = Key.of("early", number().from(0))
            .says("Weight of the term (exp(t / 20 scale) - 1) for the time t of the first spike of the right class.")
            .byDefault(0.0)
            .example(0.05);
    private static final Key<Double> FACTOR = Key.of("scale", number().above(0))
            .says("Factor on the potentials.")
            .byDefault(USUAL_FACTOR)
            .example(5);

    private static final KindsByTag<Objective> ALL = KindsByTag.<Objective>of(
                    "a loss",
                    List.of(
                            kind(
                                    "first-spike",
                                    "Cross-entropy of how early the neurons of the last layer, one per class, fire first.",
                                    ObjectiveKeys::firstSpike,
                                    TIME,
                                    EARLY),
                            kind(
                                    "max-membrane",
                                    "Cross-entropy of the highest potentials of integrators, one per class, behind the last"
                                            + " hidden layer.",
                                    place -> readOut(place, Measure.MAXIMUM),
                                    FACTOR),
                            kind(
                                    "mean-membrane",
                                    "Cross-entropy of the mean potentials of such integrators, which are a smooth count of"
                                            + " spikes.",
                                    place -> readOut(place, Measure.MEAN),
                                    FACTOR)))
            .named("loss");

    /** The loss. */
    static final Key<Objective> LOSS = Key.of("loss", ALL)
            .says("The loss, which training minimises, and by which a class is chosen.")
            .byDefault(readOut(USUAL_FACTOR, Measure.MAXIMUM), Map.of("kind", "max-membrane"))
            .exampleText("{kind: max-membrane}");

    private ObjectiveKeys() {}

    private static Kind<Objective> kind(
            String word, String description, Function<Place, Objective> reader, Key<?>... keys) {
        return new Kind<>(word, description, Shape.of("", reader, keys));
    }

    private static Objective firstSpike(Place place) {
        double scale = TIME.find(place).orElse(USUAL_SCALE_STEPS);
        if (!(scale > 0)) {
            TIME.at(place).problem("found no time, expected more than 0");
            scale = USUAL_SCALE_STEPS;
        }
        return new Objective(new FirstSpikeLoss(scale, EARLY.in(place)), Optional.empty());
    }

    private static Objective readOut(Place place, Measure measure) {
        return readOut(FACTOR.in(place), measure);
    }

    private static Objective readOut(double factor, Measure measure) {
        return new Objective(new ReadOutLoss(factor), Optional.of(measure));
    }

    /**
     * A loss, and what a network must have for it.
     *
     * @param loss the loss
     * @param readOut what is read of integrators behind the last hidden layer; absent if the last layer has a neuron per class
     */
    record Objective(EventLoss loss, Optional<EventReadOut.Measure> readOut) {}
}
