package ganglion.scenario.format.expect;

import static ganglion.documents.key.Types.futureFile;

import ganglion.documents.key.Key;
import ganglion.documents.place.DocumentPath;
import ganglion.scenario.model.Expectation;

/** Expectations that compare with golden rasters. */
final class RasterExpectations {

    static final ExpectationKind RASTER = raster();

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
}
