package ganglion.scenario.format;

import ganglion.documents.place.OwnKeys;
import ganglion.documents.place.Place;
import ganglion.kernel.connectivity.AllToAll;
import ganglion.kernel.connectivity.Connector;
import ganglion.kernel.connectivity.DistanceDependent;
import ganglion.kernel.connectivity.DistanceProfile;
import ganglion.kernel.connectivity.Ends;
import ganglion.kernel.connectivity.FixedInDegree;
import ganglion.kernel.connectivity.FixedOutDegree;
import ganglion.kernel.connectivity.Grid;
import ganglion.kernel.connectivity.GridDistance;
import ganglion.kernel.connectivity.OneToOne;
import ganglion.kernel.connectivity.PairwiseBernoulli;
import ganglion.kernel.connectivity.Sampling;
import ganglion.kernel.random.CounterRandom;
import ganglion.scenario.model.Connectivity;
import java.util.List;

/** Reads the rules by which neurons are joined. A new rule is a word in the schema and a method here. */
final class ConnectionRuleReader {

    private static final String KIND = "rule";

    private final Place place;
    private final Ends ends;
    private final CounterRandom random;

    /** @param random draws which neurons are joined */
    ConnectionRuleReader(Place place, Ends ends, CounterRandom random) {
        this.place = place;
        this.ends = ends;
        this.random = random;
    }

    /** The rule; a stand-in where a problem was noted. */
    Connectivity read() {
        try {
            if (place.at(KIND).text().equals("convolution")) {
                return new ConvolutionReader(place, ends).read();
            }
            Connector connector = connector();
            if (ends.sourceSize() > 0 && ends.targetSize() > 0) {
                connector.check(ends);
            }
            return new Connectivity.Rule(connector);
        } catch (IllegalArgumentException e) {
            place.problem(e.getMessage());
            return new Connectivity.AllToAll();
        }
    }

    private Connector connector() {
        switch (place.at(KIND).text()) {
            case "all-to-all":
                check(List.of(), List.of("autapses"));
                return new AllToAll(flag("autapses"));
            case "one-to-one":
                check(List.of(), List.of());
                return new OneToOne();
            case "bernoulli":
                check(List.of("probability"), List.of("autapses"));
                return new PairwiseBernoulli(place.number("probability", 0), flag("autapses"), random);
            case "fixed-in-degree":
                return new FixedInDegree(degree(), sampling());
            case "fixed-out-degree":
                return new FixedOutDegree(degree(), sampling());
            default:
                return distance();
        }
    }

    private void check(List<String> required, List<String> optional) {
        OwnKeys.check(place, KIND, required, optional);
    }

    private int degree() {
        check(List.of("degree"), List.of("autapses", "multapses"));
        return place.integer("degree", 0);
    }

    private Sampling sampling() {
        return new Sampling(flag("autapses"), flag("multapses"), random);
    }

    private boolean flag(String key) {
        return place.node().path(key).asBoolean(true);
    }

    private Connector distance() {
        check(
                List.of("profile", "probability", "range"),
                List.of("autapses", "source-grid", "target-grid", "extent", "periodic"));
        GridDistance distance = new GridDistance(
                grid("source-grid", ends.sourceSize()), grid("target-grid", ends.targetSize()), place.flag("periodic"));
        return new DistanceDependent(distance, profile(), flag("autapses"), random);
    }

    private DistanceProfile profile() {
        double probability = place.number("probability", 0);
        double range = place.number("range", 1);
        return switch (place.text("profile", "step")) {
            case "gaussian" -> new DistanceProfile.Gaussian(probability, range);
            case "exponential" -> new DistanceProfile.Exponential(probability, range);
            default -> new DistanceProfile.Step(probability, range);
        };
    }

    /** A grid of columns and rows; left out, all neurons in one row. */
    private Grid grid(String key, int size) {
        List<Place> extent = place.elements("extent");
        double width = extent.isEmpty() ? 1 : extent.get(0).node().doubleValue();
        double height = extent.size() < 2 ? 1 : extent.get(1).node().doubleValue();
        List<Place> shape = place.elements(key);
        return shape.isEmpty()
                ? new Grid(Math.max(1, size), 1, width, height)
                : new Grid(shape.get(0).node().intValue(), shape.get(1).node().intValue(), width, height);
    }
}
