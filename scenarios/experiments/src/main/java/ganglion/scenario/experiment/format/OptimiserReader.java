package ganglion.scenario.experiment.format;

import ganglion.documents.place.Place;
import ganglion.learning.optimiser.AdamRule;
import ganglion.learning.optimiser.AdamaxRule;
import ganglion.learning.optimiser.RmspropRule;
import ganglion.learning.optimiser.Rule;
import ganglion.learning.optimiser.SgdRule;
import java.util.Locale;

/** Reads how gradients change parameters. */
final class OptimiserReader {

    private OptimiserReader() {}

    /** @throws IllegalArgumentException if a number is out of range */
    static Rule read(Place place) {
        double rate = place.number("learning-rate", 1e-3);
        double epsilon = place.number("epsilon", 1e-8);
        double decay = place.number("weight-decay", 0);
        double beta1 = place.number("beta1", 0.9);
        double beta2 = place.number("beta2", 0.999);
        String kind = place.at("kind").text();
        return switch (kind) {
            case "sgd" -> new SgdRule(rate, place.number("momentum", 0), place.flag("nesterov"), decay);
            case "rmsprop" -> new RmspropRule(rate, place.number("smoothing", 0.99), epsilon, decay);
            case "adamax" -> new AdamaxRule(rate, beta1, beta2, epsilon, decay);
            default ->
                new AdamRule(
                        AdamRule.Variant.valueOf(kind.toUpperCase(Locale.ROOT)),
                        rate,
                        beta1,
                        beta2,
                        epsilon,
                        decay,
                        place.number("momentum-decay", 0.004));
        };
    }
}
