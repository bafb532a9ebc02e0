package ganglion.scenario.format;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.JsonPointers;
import ganglion.documents.place.Place;
import ganglion.scenario.model.RunPoint;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** Reads which runs a scenario asks for: every point of its sweep with every seed of its repeats. */
final class PointReader {

    private static final int MOST_POINTS = 10_000;

    private static final List<String> FIXED =
            List.of("sweep", "repeat", "extends", "format", "scenario", "tags", "description", "$schema");

    private final Place root;

    private PointReader(Place root) {
        this.root = root;
    }

    /**
     * The runs in order: the last axis of a grid changes fastest but for the seeds.
     *
     * @param seed the scenario's, from which repeats count on
     */
    static List<RunPoint> read(Place root, long seed) {
        return new PointReader(root).read(seed);
    }

    private List<RunPoint> read(long seed) {
        if (!fits()) {
            return List.of(RunPoint.ONLY);
        }
        List<Map<String, String>> settings = root.find("sweep").map(this::sweep).orElse(List.of(Map.of()));
        List<OptionalLong> seeds =
                root.find("repeat").map(place -> seeds(place, seed)).orElse(List.of(OptionalLong.empty()));
        List<RunPoint> points = new ArrayList<>();
        for (Map<String, String> setting : settings) {
            seeds.forEach(each -> points.add(new RunPoint(points.size(), setting, each)));
        }
        return points;
    }

    /** Counts before anything is made of it: a few words may ask for more runs than there is memory to list. */
    private boolean fits() {
        BigInteger count = BigInteger.ONE;
        JsonNode sweep = root.node().path("sweep");
        if (sweep.isArray()) {
            count = BigInteger.valueOf(sweep.size());
        }
        for (Map.Entry<String, JsonNode> axis : sweep.properties()) {
            count = count.multiply(BigInteger.valueOf(axis.getValue().size()));
        }
        JsonNode repeat = root.node().path("repeat");
        count = count.multiply(BigInteger.valueOf(
                repeat.isInt()
                        ? repeat.intValue()
                        : Math.max(1, repeat.path("seeds").size())));
        if (count.compareTo(BigInteger.valueOf(MOST_POINTS)) > 0) {
            root.at(root.has("sweep") ? "sweep" : "repeat")
                    .problem("found " + count + " runs, expected at most " + MOST_POINTS);
            return false;
        }
        return true;
    }

    private List<Map<String, String>> sweep(Place sweep) {
        return sweep.node().isArray()
                ? sweep.elements().stream().map(this::point).toList()
                : grid(sweep);
    }

    private Map<String, String> point(Place point) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : point.node().properties()) {
            check(point, entry.getKey());
            settings.put(entry.getKey(), entry.getValue().toString());
        }
        return settings;
    }

    private List<Map<String, String>> grid(Place sweep) {
        List<Map<String, String>> points = List.of(Map.of());
        for (Map.Entry<String, JsonNode> axis : sweep.node().properties()) {
            check(sweep, axis.getKey());
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> point : points) {
                for (JsonNode value : axis.getValue()) {
                    Map<String, String> settings = new LinkedHashMap<>(point);
                    settings.put(axis.getKey(), value.toString());
                    longer.add(settings);
                }
            }
            points = longer;
        }
        return points;
    }

    /** What is varied must be there: a slip in a pointer would otherwise run the same thing again and again. */
    private void check(Place place, String pointer) {
        Place at = new Place(place.reading(), JsonPointers.member(place.pointer(), pointer), place.node());
        JsonPointer path = pointer.startsWith("/") ? JsonPointer.compile(pointer) : null;
        if (path != null && FIXED.contains(path.getMatchingProperty())) {
            at.problem("found \"" + pointer + "\", which is the same in all runs");
        } else if (path == null || root.node().at(path).isMissingNode()) {
            at.problem("found \"" + pointer + "\", expected the JSON pointer of a value in the scenario");
        }
    }

    private static List<OptionalLong> seeds(Place repeat, long seed) {
        LongStream seeds = repeat.node().isInt()
                // Beyond the largest seed, on from 0.
                ? LongStream.range(0, repeat.node().intValue()).map(repetition -> seed + repetition & Long.MAX_VALUE)
                : repeat.elements("seeds").stream()
                        .mapToLong(element -> element.node().longValue());
        return seeds.mapToObj(OptionalLong::of).toList();
    }
}
