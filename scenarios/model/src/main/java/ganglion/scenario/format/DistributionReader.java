package ganglion.scenario.format;

import ganglion.documents.place.OwnKeys;
import ganglion.documents.place.Place;
import ganglion.kernel.random.Distribution;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Reads distributions: of numbers, or of times in ticks. */
final class DistributionReader {

    private static final List<String> BOUNDS = List.of("clip", "truncate");

    private final Place place;
    private final ToDoubleFunction<Place> values;

    private DistributionReader(Place place, ToDoubleFunction<Place> values) {
        this.place = place;
        this.values = values;
    }

    static Distribution ofNumbers(Place place) {
        return of(place, value -> value.node().doubleValue());
    }

    /** A distribution of delays. Below one tick there is none, so that shorter ones are moved there. */
    static Distribution ofDelayTicks(Place place) {
        Distribution drawn = of(place, value -> value.fractionalTicks(1));
        return new Distribution.Clipped(drawn, 1, Integer.MAX_VALUE);
    }

    /** @param values reads the values that describe it */
    static Distribution of(Place place, ToDoubleFunction<Place> values) {
        return new DistributionReader(place, values).read();
    }

    private Distribution read() {
        try {
            return bounded(unbounded());
        } catch (IllegalArgumentException e) {
            place.problem(e.getMessage());
            return new Distribution.Uniform(0, 0);
        }
    }

    private Distribution unbounded() {
        switch (place.at("distribution").text()) {
            case "uniform":
                OwnKeys.check(place, "distribution", List.of("low", "high"), BOUNDS);
                return new Distribution.Uniform(value("low"), value("high"));
            case "normal":
                OwnKeys.check(place, "distribution", List.of("mean", "deviation"), BOUNDS);
                return new Distribution.Normal(value("mean"), value("deviation"));
            default:
                OwnKeys.check(place, "distribution", List.of("median", "sigma"), BOUNDS);
                return lognormal(value("median"), place.number("sigma", 0));
        }
    }

    private double value(String key) {
        return place.find(key).map(at -> values.applyAsDouble(at)).orElse(0.0);
    }

    private static Distribution lognormal(double median, double sigma) {
        if (!(median > 0)) {
            throw new IllegalArgumentException("the median is " + median + ", expected more than 0");
        }
        return new Distribution.Lognormal(StrictMath.log(median), sigma);
    }

    private Distribution bounded(Distribution drawn) {
        if (place.has("clip") && place.has("truncate")) {
            place.problem("found clip and truncate together, expected only one of them");
        }
        if (place.has("truncate")) {
            return new Distribution.Truncated(drawn, bound("truncate", 0), bound("truncate", 1));
        }
        return place.has("clip") ? new Distribution.Clipped(drawn, bound("clip", 0), bound("clip", 1)) : drawn;
    }

    private double bound(String key, int index) {
        return values.applyAsDouble(place.at(key).elements().get(index));
    }
}
