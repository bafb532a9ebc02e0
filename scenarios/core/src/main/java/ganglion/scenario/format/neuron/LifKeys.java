package ganglion.scenario.format.neuron;

import static ganglion.documents.key.Types.number;
import static ganglion.documents.key.Types.words;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.hardware.precision.GridLif;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.model.Integration;
import ganglion.kernel.neuron.model.Lif;

/** Leaky integrate-and-fire neurons, with a membrane in floating point or in fixed point. */
final class LifKeys {

    private static final Key<Double> MEMBRANE_STEP = Key.of(
                    "membrane-step", number().above(0).to(1024))
            .titled("a power of two such as 0.015625")
            .says("Distance of two potentials of a fixed-point membrane: at every tick, what the leak leaves is rounded"
                    + " toward zero to a multiple of it. Not together with an integration.")
            .example(0.015625);

    private static final Key<Integration> INTEGRATION = Key.of(
                    "integration", words("the name of an integration", Integration.class))
            .says(
                    "By the exact solution between events, whose cost does not depend on the tick (closed-form), or tick by"
                            + " tick, with the bits of a plain loop (per-tick). Left out, closed-form with a time constant,"
                            + " and per-tick with beta or a delayed reset.")
            .example("closed-form");

    private static final Shape<NeuronModel> SHAPE =
            MembraneKeys.shape(LifKeys::read, MEMBRANE_STEP, INTEGRATION).excludes(MEMBRANE_STEP, INTEGRATION);

    static final ModelKind<Lif> FLOATING = new ModelKind<>(
            "lif", "leaky integrate-and-fire with input that acts at once", Lif.class, SHAPE, (model, clock, into) -> {
                MembraneKeys.write(model.parameters(), into);
                if (model.integration() != Integration.PER_TICK) {
                    INTEGRATION.write(into, model.integration());
                }
            });

    static final ModelKind<GridLif> ON_GRID =
            new ModelKind<>(FLOATING.word(), "", GridLif.class, SHAPE, (model, clock, into) -> {
                if (model.limit() != Double.POSITIVE_INFINITY) {
                    throw new IllegalArgumentException("a membrane with a largest potential cannot be written");
                }
                MembraneKeys.write(model.parameters(), into);
                MEMBRANE_STEP.write(into, model.step());
            });

    private LifKeys() {}

    private static NeuronModel read(Place place) {
        return MEMBRANE_STEP
                .find(place)
                .<NeuronModel>map(step -> new GridLif(MembraneKeys.in(place), step, Double.POSITIVE_INFINITY))
                .orElseGet(() -> floating(place));
    }

    /** A time constant speaks of continuous time, a beta of the ticks of a trainer. */
    private static Lif floating(Place place) {
        LifParameters parameters = MembraneKeys.in(place);
        boolean exact = MembraneKeys.TIME_CONSTANT.find(place).isPresent() && Lif.hasClosedForm(parameters);
        return new Lif(
                parameters, INTEGRATION.find(place).orElse(exact ? Integration.CLOSED_FORM : Integration.PER_TICK));
    }
}
