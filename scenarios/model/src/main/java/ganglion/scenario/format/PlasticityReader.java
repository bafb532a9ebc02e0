package ganglion.scenario.format;

import ganglion.documents.place.Place;
import ganglion.kernel.plasticity.PairStdp;
import java.util.Optional;

/** Reads how weights change. */
final class PlasticityReader {

    private static final String DEFAULT_TIME_CONSTANT = "20 ms";

    private PlasticityReader() {}

    /** The rule; empty where a problem was noted. */
    static Optional<PairStdp> read(Place place) {
        Place stdp = place.at("stdp");
        try {
            return Optional.of(new PairStdp(
                    stdp.number("learning-rate", 0.01),
                    stdp.number("depression", 1),
                    stdp.number("potentiation-exponent", 1),
                    stdp.number("depression-exponent", 1),
                    stdp.number("largest-weight", 1),
                    ticks(stdp, "potentiation-time-constant"),
                    ticks(stdp, "depression-time-constant")));
        } catch (IllegalArgumentException e) {
            stdp.problem(e.getMessage());
            return Optional.empty();
        }
    }

    private static double ticks(Place place, String key) {
        return place.fractionalTicks(key, place.reading().times().ticks(DEFAULT_TIME_CONSTANT));
    }
}
