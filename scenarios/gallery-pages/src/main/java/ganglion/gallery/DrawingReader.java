package ganglion.gallery;

import ganglion.documents.place.Place;
import ganglion.hardware.estimate.Boundary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads one picture of a plan: an object with one key, which says what is drawn, and its settings. */
final class DrawingReader {

    private static final Map<String, Function<Place, GalleryDrawing>> KINDS = kinds();

    private DrawingReader() {}

    private static Map<String, Function<Place, GalleryDrawing>> kinds() {
        Map<String, Function<Place, GalleryDrawing>> kinds = new LinkedHashMap<>();
        kinds.put("spikes", DrawingReader::spikes);
        kinds.put("curve", DrawingReader::curve);
        kinds.put("clips", DrawingReader::clips);
        kinds.put("map", DrawingReader::map);
        kinds.put("membrane", DrawingReader::membrane);
        kinds.put("weight-change", DrawingReader::weightChange);
        kinds.put("sweep", DrawingReader::sweep);
        kinds.put("energies", DrawingReader::energies);
        kinds.put("break-even", DrawingReader::breakEven);
        kinds.put("decisions", DrawingReader::decisions);
        return kinds;
    }

    /** The drawing at a place; empty where a problem was noted. */
    static Optional<GalleryDrawing> read(Place picture) {
        String kind = picture.node().size() == 1 ? picture.node().fieldNames().next() : "";
        if (!KINDS.containsKey(kind)) {
            picture.problem("found " + (kind.isEmpty() ? "no single key" : "\"" + kind + "\"") + ", expected one of "
                    + String.join(", ", KINDS.keySet()));
            return Optional.empty();
        }
        return Optional.of(KINDS.get(kind).apply(picture.at(kind)));
    }

    private static GalleryDrawing spikes(Place place) {
        PictureKeys keys = new PictureKeys(place, "populations", "neurons", "from", "until", "rate", "runs");
        return new SpikesDrawing(
                keys.texts("populations"),
                keys.count("neurons"),
                keys.seconds("from"),
                keys.seconds("until"),
                keys.seconds("rate"),
                keys.texts("runs"));
    }

    private static GalleryDrawing curve(Place place) {
        PictureKeys keys =
                new PictureKeys(place, "title", "populations", "figure", "across", "from", "until", "theory");
        List<String> populations = populations(place, keys);
        Optional<Theory> theory = keys.find("theory").map(at -> keys.word("theory", Theory.class, Theory.values()[0]));
        return new CurveDrawing(
                keys.text("title"),
                populations,
                keys.word("figure", SpikeFigure.class, SpikeFigure.SPIKES),
                across(keys),
                keys.seconds("from"),
                keys.seconds("until"),
                theory);
    }

    private static List<String> populations(Place place, PictureKeys keys) {
        List<String> populations = keys.texts("populations");
        if (populations.isEmpty()) {
            place.problem("found no populations, expected at least one");
        }
        return populations;
    }

    private static Across across(PictureKeys keys) {
        Optional<Place> place = keys.find("across");
        if (place.isEmpty()) {
            return new Across("neuron", List.of(), Optional.empty(), false);
        }
        PictureKeys across = new PictureKeys(place.get(), "name", "values", "parameter", "logarithmic");
        Optional<String> parameter = across.find("parameter").map(at -> across.text("parameter"));
        boolean logarithmic = across.find("logarithmic").isPresent()
                && across.find("logarithmic").get().node().asBoolean();
        return new Across(across.text("name"), across.numbers("values"), parameter, logarithmic);
    }

    private static GalleryDrawing clips(Place place) {
        PictureKeys keys = new PictureKeys(place, "title", "population", "figure", "across");
        return new ClipsDrawing(
                keys.text("title"),
                keys.text("population"),
                keys.word("figure", SpikeFigure.class, SpikeFigure.SPIKES),
                across(keys));
    }

    /** What the columns of a map are. */
    private enum Columns {
        RUNS,
        CLIPS
    }

    private static GalleryDrawing map(Place place) {
        PictureKeys keys = new PictureKeys(place, "title", "population", "of", "across", "columns");
        return new MapDrawing(
                keys.text("title"),
                keys.text("population"),
                keys.word("of", Columns.class, Columns.RUNS) == Columns.CLIPS,
                keys.text("across"),
                keys.texts("columns"));
    }

    private static GalleryDrawing membrane(Place place) {
        PictureKeys keys = new PictureKeys(place, "title", "populations", "neurons", "from", "until");
        return new MembraneDrawing(
                keys.text("title"),
                populations(place, keys),
                keys.count("neurons"),
                keys.seconds("from"),
                keys.seconds("until"));
    }

    private static GalleryDrawing weightChange(Place place) {
        PictureKeys keys = new PictureKeys(place, "title", "from", "to");
        return new WeightChangeDrawing(keys.text("title"), keys.text("from"), keys.text("to"));
    }

    private static GalleryDrawing sweep(Place place) {
        return new SweepDrawing(new PictureKeys(place, "figure").text("figure"));
    }

    private static GalleryDrawing energies(Place place) {
        return new EnergiesDrawing(new PictureKeys(place, "title").text("title"));
    }

    private static GalleryDrawing breakEven(Place place) {
        PictureKeys keys = new PictureKeys(place, "title", "boundary");
        return new BreakEvenDrawing(keys.text("title"), keys.word("boundary", Boundary.class, Boundary.ALWAYS_ON));
    }

    private static GalleryDrawing decisions(Place place) {
        return new DecisionsDrawing(new PictureKeys(place, "title").text("title"));
    }
}
