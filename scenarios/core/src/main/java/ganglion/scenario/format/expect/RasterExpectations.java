package ganglion.scenario.format.expect;

import static ganglion.documents.key.Types.fractionalTicks;
import static ganglion.documents.key.Types.futureFile;
import static ganglion.documents.key.Types.hertz;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.DocumentPath;
import ganglion.documents.place.Place;
import ganglion.scenario.model.Expectation;
import ganglion.scenario.model.Measure;

/** Expectations that compare with golden rasters. */
final class RasterExpectations {

    private static final Key<DocumentPath> GOLDEN = Key.of("golden", futureFile())
            .titled("the name of a raster file")
            .says(
                    "File with the spikes that are compared with: the spikes.csv of an earlier run, or written by ganglion test"
                            + " --update.")
            .required()
            .example("golden/flute.spikes.csv");

    static final ExpectationKind RASTER = raster();
    static final ExpectationKind VICTOR_PURPURA = victorPurpura();
    static final ExpectationKind VAN_ROSSUM = vanRossum();

    private RasterExpectations() {}

    private static ExpectationKind raster() {
        Key<DocumentPath> key = Key.of("raster", futureFile())
                .titled("the name of a raster file")
                .says(
                        "File with the exact spikes that the populations in it must fire: the spikes.csv of an earlier run, or"
                                + " written by ganglion test --update.")
                .example("golden/flute.spikes.csv");
        return ExpectationKind.of(
                key, Limits.NONE, place -> new Expectation.GoldenRaster(place.pointer(), key.in(place)));
    }

    private static ExpectationKind victorPurpura() {
        Key<Double> cost = Key.of("cost", hertz())
                .says(
                        "Cost of moving a spike, per second that it is moved by: at 100 Hz, moving it by more than 20 ms costs"
                                + " more than removing it and adding another.")
                .required()
                .example("100 Hz");
        Shape<Measure> shape = Shape.of(
                "a golden raster and a cost",
                place -> {
                    double perSecond = cost.in(place);
                    double tickSeconds = place.reading().times().clock().tickSeconds();
                    return new Measure.VictorPurpura(GOLDEN.in(place), perSecond * tickSeconds);
                },
                GOLDEN,
                cost);
        return ExpectationKind.figure(
                Key.of("victor-purpura", shape)
                        .says(
                                "Victor-Purpura distance from a golden raster, summed over all neurons: a spike more or less"
                                        + " costs 1, and moving a spike costs the time of the move times the cost. Goes"
                                        + " with limits that are numbers.")
                        .exampleText("{golden: golden/flute.spikes.csv, cost: 100 Hz}"),
                Limits.NUMBERS);
    }

    private static ExpectationKind vanRossum() {
        Key<Double> timeConstant = Key.of("time-constant", fractionalTicks())
                .says("Time constant of the filter: spikes that are much less apart count as the same.")
                .required()
                .example("10 ms");
        Shape<Measure> shape = Shape.of(
                "a golden raster and a time constant",
                place -> new Measure.VanRossum(GOLDEN.in(place), positive(timeConstant, place)),
                GOLDEN,
                timeConstant);
        return ExpectationKind.figure(
                Key.of("van-rossum", shape)
                        .says(
                                "Van Rossum distance from a golden raster: the root of the sum over all neurons of the squared"
                                        + " difference of the spike trains, filtered with an exponential; one spike more or less"
                                        + " is at a distance of 0.71. Goes with limits that are numbers.")
                        .exampleText("{golden: golden/flute.spikes.csv, time-constant: 10 ms}"),
                Limits.NUMBERS);
    }

    private static double positive(Key<Double> key, Place place) {
        double ticks = key.in(place);
        if (ticks == 0) {
            key.at(place).problem("found \"" + key.at(place).text() + "\", expected more than 0 s");
            return 1;
        }
        return ticks;
    }
}
