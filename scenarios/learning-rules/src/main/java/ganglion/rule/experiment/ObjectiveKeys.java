package ganglion.rule.experiment;

import static ganglion.documents.key.Types.fractionalTicks;
import static ganglion.documents.key.Types.number;

import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByTag;
import ganglion.documents.key.KindsByTag.Kind;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.learning.eventprop.adjoint.EventLoss;
import ganglion.learning.eventprop.adjoint.EventLoss.FirstSpikeLoss;
import ganglion.learning.eventprop.adjoint.EventLoss.ReadOutLoss;
import java.util.List;
import java.util.Map;

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

    private static final KindsByTag<EventLoss> ALL = KindsByTag.<EventLoss>of(
                    "a loss",
                    List.of(
                            new Kind<>(
                                    "first-spike",
                                    "Cross-entropy of how early the neurons of the last layer, one per class, fire first.",
                                    Shape.of("", ObjectiveKeys::firstSpike, TIME, EARLY)),
                            new Kind<>(
                                    "mean-membrane",
                                    "Cross-entropy of the mean potentials of integrators, one per class, behind the last hidden"
                                            + " layer, which are a smooth count of spikes.",
                                    Shape.ofRecord("", ReadOutLoss.class, FACTOR))))
            .named("loss");

    /** The loss. */
    static final Key<EventLoss> LOSS = Key.of("loss", ALL)
            .says("The loss, which training minimises, and by which a class is chosen.")
            .byDefault(new ReadOutLoss(USUAL_FACTOR), Map.of("kind", "mean-membrane"))
            .exampleText("{kind: mean-membrane}");

    private ObjectiveKeys() {}

    private static EventLoss firstSpike(Place place) {
        double scale = TIME.find(place).orElse(USUAL_SCALE_STEPS);
        if (!(scale > 0)) {
            TIME.at(place).problem("found no time, expected more than 0");
            scale = USUAL_SCALE_STEPS;
        }
        return new FirstSpikeLoss(scale, EARLY.in(place));
    }
}
