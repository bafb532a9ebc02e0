package ganglion.scenario.experiment.format;

import ganglion.scenario.experiment.BreathContrast;
import ganglion.scenario.experiment.DataSource;
import ganglion.scenario.experiment.DataSource.Kind;
import ganglion.scenario.experiment.ExperimentData;
import ganglion.scenario.experiment.HoldOut;
import ganglion.scenario.format.Place;
import java.util.List;
import java.util.Locale;

/** Reads where data are. */
final class DataReader {

    private static final double USUAL_SHARE = 0.2;

    private DataReader() {}

    static ExperimentData read(Place place) {
        return new ExperimentData(
                source(place.at("training")),
                place.find("validation").map(DataReader::source),
                place.find("hold-out").map(DataReader::holdOut),
                place.find("breath").map(DataReader::breath),
                place.find("test").map(DataReader::source),
                texts(place.elements("classes")));
    }

    /** A data set. */
    static DataSource source(Place place) {
        Kind kind =
                Kind.valueOf(place.at("kind").text().toUpperCase(Locale.ROOT).replace('-', '_'));
        boolean file = kind == Kind.TABLE || kind == Kind.HEIDELBERG;
        return new DataSource(
                place.pointer(),
                kind,
                file ? place.at("path").file() : place.at("path").folder(),
                place.text("label", ""),
                place.text("group", ""),
                place.find("names").map(Place::file),
                place.integer("most-per-class", 0));
    }

    private static BreathContrast breath(Place place) {
        return new BreathContrast(
                source(place.at("notes")),
                place.at("with").text(),
                place.at("without").text());
    }

    private static HoldOut holdOut(Place place) {
        double share = place.number("share", USUAL_SHARE);
        return new HoldOut(
                place.pointer(),
                place.text("by", "group").equals("group"),
                share,
                texts(place.elements("groups")),
                place.node().path("seed").asLong(place.reading().streams().seed()));
    }

    private static List<String> texts(List<Place> places) {
        return places.stream().map(Place::text).toList();
    }
}
