package ganglion.scenario.experiment.format;

import ganglion.documents.place.Place;
import ganglion.scenario.experiment.BreathContrast;
import ganglion.scenario.experiment.DataSource;
import ganglion.scenario.experiment.DataSource.Kind;
import ganglion.scenario.experiment.ExperimentData;
import ganglion.scenario.experiment.HoldOut;
import ganglion.scenario.model.RandomStreams;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads where data are. */
final class DataReader {

    private static final double USUAL_SHARE = 0.2;
    private static final Set<Kind> FILES =
            EnumSet.of(Kind.TABLE, Kind.HEIDELBERG, Kind.TIDIGITS_TRAIN, Kind.TIDIGITS_TEST);

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
        Kind kind = kind(place);
        boolean file = FILES.contains(kind);
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
                place.at("without").text(),
                place.number("synthesised", 0));
    }

    private static Kind kind(Place place) {
        String part = place.has("part") ? "-" + place.at("part").text() : "";
        String word = place.at("kind").text() + part;
        return Kind.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static HoldOut holdOut(Place place) {
        double share = place.number("share", USUAL_SHARE);
        return new HoldOut(
                place.pointer(),
                place.text("by", "group").equals("group"),
                share,
                texts(place.elements("groups")),
                place.node()
                        .path("seed")
                        .asLong(place.reading().context(RandomStreams.class).seed()));
    }

    private static List<String> texts(List<Place> places) {
        return places.stream().map(Place::text).toList();
    }
}
