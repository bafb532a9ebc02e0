package ganglion.scenario.experiment.ear;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cochlea.encode.LearnableEncoder;
import ganglion.cochlea.spectrum.Triangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a front end has learned: a section of the result, and a line of the summary. */
public final class EarFigures {

    private static final String START = "startTrianglesHertz";
    private static final String LEARNED = "trianglesHertz";

    private final LearnedEar ear;

    /** @param ear the front end */
    public EarFigures(LearnedEar ear) {
        this.ear = ear;
    }

    /** Adds the section {@code ear}: the bands before and after, in Hz, and the encoder. */
    public void putInto(ObjectNode result) {
        ObjectNode section = result.putObject("ear");
        put(section.putArray(START), ear.start());
        put(section.putArray(LEARNED), ear.bands());
        encoder(true).ifPresent(before -> {
            section.put("startBeta", before.beta()).put("startThreshold", before.threshold());
            encoder(false).ifPresent(after -> section.put("beta", after.beta()).put("threshold", after.threshold()));
        });
    }

    private static void put(ArrayNode list, List<Triangle> triangles) {
        for (Triangle triangle : triangles) {
            list.addArray().add(triangle.lowHertz()).add(triangle.peakHertz()).add(triangle.highHertz());
        }
    }

    /**
     * Bands of a front end.
     *
     * @param start those that it started from
     * @param learned those that it learned
     */
    public record Bands(List<Triangle> start, List<Triangle> learned) {

        /** Takes copies of the lists. */
        public Bands {
            start = List.copyOf(start);
            learned = List.copyOf(learned);
        }
    }

    /** The bands in a result, if a front end has learned. */
    public static Optional<Bands> bandsIn(JsonNode result) {
        JsonNode section = result.path("ear");
        return section.isMissingNode()
                ? Optional.empty()
                : Optional.of(new Bands(triangles(section.path(START)), triangles(section.path(LEARNED))));
    }

    private static List<Triangle> triangles(JsonNode list) {
        List<Triangle> triangles = new ArrayList<>();
        for (JsonNode each : list) {
            triangles.add(new Triangle(
                    each.get(0).doubleValue(),
                    each.get(1).doubleValue(),
                    each.get(2).doubleValue()));
        }
        return triangles;
    }

    /** The encoder, where spikes are learned from. */
    private Optional<LearnableEncoder> encoder(boolean before) {
        boolean spikes = ear.experiment().features().areSpikes();
        return spikes && (before ? ear.before() : ear.after()).encoder() instanceof LearnableEncoder encoder
                ? Optional.of(encoder)
                : Optional.empty();
    }

    /** How far the bands have moved and widened, and what became of the encoder, in one line. */
    public String line() {
        double moved = 0;
        double widened = 0;
        for (int band = 0; band < ear.bands().size(); band++) {
            Triangle before = ear.start().get(band);
            Triangle after = ear.bands().get(band);
            moved = Math.max(moved, Math.abs(after.peakHertz() / before.peakHertz() - 1));
            widened += Math.log(width(after) / width(before)) / ear.bands().size();
        }
        String bands = String.format(
                Locale.ROOT,
                "front end: peaks of bands moved by up to %.1f %%, widths are %.2f times those of the start (geometric mean)",
                100 * moved,
                Math.exp(widened));
        return bands
                + encoder(false)
                        .map(each -> String.format(
                                Locale.ROOT, "; encoder: beta %.4f, threshold %.4f", each.beta(), each.threshold()))
                        .orElse("");
    }

    private static double width(Triangle triangle) {
        return triangle.highHertz() - triangle.lowHertz();
    }
}
