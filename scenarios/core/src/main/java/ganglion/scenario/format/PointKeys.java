package ganglion.scenario.format;

import static ganglion.documents.key.Types.anything;
import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.mapOf;
import static ganglion.documents.key.Types.naturalNumber;
import static ganglion.documents.key.Types.oneOf;
import static ganglion.documents.key.Types.readAs;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.JsonPointers;
import ganglion.documents.key.Key;
import ganglion.documents.key.ListType;
import ganglion.documents.key.Shape;
import ganglion.documents.key.Types;
import ganglion.documents.place.Place;
import ganglion.scenario.model.RunPoint;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** Which runs a scenario asks for: every point of its sweep with every seed of its repeats. */
final class PointKeys {

    private static final int MOST_POINTS = 10_000;
    private static final String VARIABLE = "variables.";

    private static final ListType<JsonNode> VALUES =
            listOf("a list of values", anything()).size(1, 0);

    /** Values that the runs have in the place of those in the file. */
    static final Key<Place> SWEEP = Key.of(
                    "sweep",
                    Types.<Place>oneOf(
                            "a grid of values, or a list of points",
                            readAs(mapOf("a grid of values", VALUES).atLeast(1), place -> place),
                            readAs(
                                    listOf(
                                                    "a list of points",
                                                    mapOf("values by JSON pointer", anything())
                                                            .atLeast(1))
                                            .size(1, 0),
                                    place -> place)))
            .says("Runs the scenario with other values. A grid gives a list of values for each of several JSON"
                    + " pointers (variables.NAME stands for /variables/NAME), and every combination is run; a list"
                    + " gives the points one by one. All expectations are checked in each run, and may be varied"
                    + " themselves. At most " + MOST_POINTS + " runs in all.")
            .exampleText("{/network/populations/0/parameters/beta: [0.8, 0.9, 0.95]}")
            .exampleText("[{/network/projections/0/weights: 0.4, /expect/0/equals: 3},"
                    + " {/network/projections/0/weights: 0.8, /expect/0/equals: 7}]");

    private static final Key<List<Long>> SEEDS = Key.of(
                    "seeds",
                    listOf("a list of different whole numbers from 0", naturalNumber())
                            .size(1, 0)
                            .ofDifferent())
            .says("The seeds, in the order of the runs.")
            .required()
            .exampleText("[1, 2, 3]");

    /** The seeds of the runs, which may count on from the scenario's. */
    static final Key<Repeat> REPEAT = Key.of(
                    "repeat",
                    oneOf(
                            "a number of runs, or a list of seeds",
                            readAs(integer().from(1).to(1_000_000_000), Repeat::counted),
                            Shape.of("a list of seeds", Repeat::listed, SEEDS)))
            .says("Runs the scenario, or each point of its sweep, with several seeds: the given number of them,"
                    + " counting on from the scenario's seed, or those listed. Figures then come out with mean and"
                    + " standard deviation.")
            .example(10)
            .exampleText("{seeds: [1, 2, 3]}");

    /**
     * The seeds of the runs.
     *
     * @param count number of them
     * @param listed the seeds; empty to count on from the scenario's
     */
    record Repeat(int count, List<Long> listed) {

        private static Repeat counted(Place place) {
            return new Repeat(place.node().intValue(), List.of());
        }

        private static Repeat listed(Place place) {
            List<Long> seeds = SEEDS.in(place);
            return new Repeat(seeds.size(), seeds);
        }

        /** Beyond the largest seed, on from 0. */
        private List<OptionalLong> seeds(long first) {
            LongStream seeds = listed.isEmpty()
                    ? LongStream.range(0, count).map(repetition -> first + repetition & Long.MAX_VALUE)
                    : listed.stream().mapToLong(Long::longValue);
            return seeds.mapToObj(OptionalLong::of).toList();
        }
    }

    private final Place root;

    private PointKeys(Place root) {
        this.root = root;
    }

    /**
     * The runs in order: the last axis of a grid changes fastest but for the seeds.
     *
     * @param seed the scenario's, from which repeats count on
     */
    static List<RunPoint> read(Place root, long seed) {
        return new PointKeys(root).read(seed);
    }

    private List<RunPoint> read(long seed) {
        if (!fits()) {
            return List.of(RunPoint.ONLY);
        }
        List<Map<String, String>> settings = SWEEP.find(root).map(this::sweep).orElse(List.of(Map.of()));
        List<OptionalLong> seeds =
                REPEAT.find(root).map(repeat -> repeat.seeds(seed)).orElse(List.of(OptionalLong.empty()));
        List<RunPoint> points = new ArrayList<>();
        for (Map<String, String> setting : settings) {
            seeds.forEach(each -> points.add(new RunPoint(points.size(), setting, each)));
        }
        return points;
    }

    /** Counts before anything is made of it: a few words may ask for more runs than there is memory to list. */
    private boolean fits() {
        BigInteger count = BigInteger.ONE;
        JsonNode sweep = root.node().path(SWEEP.name());
        if (sweep.isArray()) {
            count = BigInteger.valueOf(sweep.size());
        }
        for (Map.Entry<String, JsonNode> axis : sweep.properties()) {
            count = count.multiply(BigInteger.valueOf(axis.getValue().size()));
        }
        count = count.multiply(
                BigInteger.valueOf(REPEAT.find(root).map(Repeat::count).orElse(1)));
        if (count.compareTo(BigInteger.valueOf(MOST_POINTS)) > 0) {
            (SWEEP.isIn(root) ? SWEEP : REPEAT)
                    .at(root)
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
            settings.put(pointer(entry.getKey()), entry.getValue().toString());
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
                    settings.put(pointer(axis.getKey()), value.toString());
                    longer.add(settings);
                }
            }
            points = longer;
        }
        return points;
    }

    /** The pointer that a key of a sweep stands for, as on the command line. */
    static String pointer(String key) {
        return key.startsWith(VARIABLE) ? "/variables/" + key.substring(VARIABLE.length()) : key;
    }

    /**
     * What is varied must be there: without this check, a mistyped pointer would run the same thing again and again. In the network it may be left
     * to its default: a key or parameter that is unknown there is refused by each run.
     */
    private void check(Place place, String key) {
        Place at = new Place(place.reading(), JsonPointers.member(place.pointer(), key), place.node());
        String pointer = pointer(key);
        JsonPointer path = pointer.startsWith("/") ? JsonPointer.compile(pointer) : null;
        if (path != null && ScenarioKeys.isFixed(path.getMatchingProperty())) {
            at.problem("found \"" + key + "\", which is the same in all runs");
        } else if (path == null || root.node().at(path).isMissingNode() && !isDefault(path)) {
            at.problem("found \"" + key + "\", expected the JSON pointer of a value in the scenario");
        }
    }

    private boolean isDefault(JsonPointer path) {
        return path.toString().startsWith("/network/")
                && root.node().at(path.head()).isObject();
    }
}
