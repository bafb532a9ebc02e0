package ganglion.scenario.format;

import ganglion.cochlea.contour.Contour;
import ganglion.documents.place.Place;

/** Reads how a contour is taken. */
public final class ContourReader {

    private ContourReader() {}

    /** The contour that an object has under {@code contour}, or else the usual one. */
    public static Contour read(Place parent) {
        return parent.find("contour").map(ContourReader::contour).orElse(Contour.USUAL);
    }

    private static Contour contour(Place place) {
        int[] lags = place.elements("lags").stream()
                .mapToInt(lag -> lag.node().intValue())
                .toArray();
        return new Contour(
                place.number("range-db", Contour.USUAL.rangeDecibels()),
                place.flag("balanced"),
                place.has("lags") ? lags : Contour.USUAL.lagsSteps());
    }
}
