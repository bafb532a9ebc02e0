package ganglion.scenario.format.neuron;

import static ganglion.documents.key.Types.fractionalTicks;
import static ganglion.documents.key.Types.number;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.kernel.neuron.model.LeakyIntegrator;

/** Neurons that integrate and leak without ever firing. */
final class LeakyIntegratorKeys {

    private static final Key<Double> BETA = Key.of("beta", number().from(0).to(1))
            .says(MembraneKeys.BETA.description())
            .example(0.9);

    private static final Key<Double> TIME_CONSTANT = Key.of("time-constant", fractionalTicks())
            .says(MembraneKeys.TIME_CONSTANT.description())
            .example("20 ms");

    static final ModelKind<LeakyIntegrator> KIND = new ModelKind<>(
            "leaky-integrator",
            "integrate and leak without ever firing",
            LeakyIntegrator.class,
            Shape.of("", place -> new LeakyIntegrator(beta(place)), BETA, TIME_CONSTANT)
                    .exactlyOne(BETA, TIME_CONSTANT),
            (model, clock, into) -> BETA.write(into, model.beta()));

    private LeakyIntegratorKeys() {}

    private static double beta(Place place) {
        return BETA.find(place).orElseGet(() -> Decay.share(TIME_CONSTANT.in(place), TIME_CONSTANT.at(place)));
    }
}
