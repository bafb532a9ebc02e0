package ganglion.scenario.explore.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.data.SampleLabels;
import ganglion.scenario.explore.FrontPoint;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.cascade.CascadeWish;
import ganglion.scenario.explore.cascade.DetectorClasses;
import ganglion.scenario.explore.space.Choice;
import ganglion.scenario.explore.space.Configuration;
import ganglion.scenario.explore.space.Range;
import ganglion.scenario.explore.space.SearchDimension;
import ganglion.scenario.explore.space.Space;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * The space of detectors: what is drawn anew for each, what the search varies beside it, and what makes a network of two classes of the
 * experiment. Rare events are repeated, so that a network does not learn to tell nothing but the others.
 *
 * @param search one that varies all of this
 * @param drawn names of what is drawn anew
 */
public record DetectorSpace(Search search, Set<String> drawn) {

    private static final String PLACE = "/cascades/detectors";

    /** Begins with what no name in a document has, so that none is the same. */
    private static final String TASK = "detector of";

    private static final String LAYERS = "/network/layers";
    private static final String OUTPUTS = "outputs";
    private static final String BALANCE = "/training/balance";

    /** Draws of detectors are no others than those of trials by chance. */
    private static final long OWN_DRAWS = 0x5DE7EC7L;

    /**
     * The space for an experiment.
     *
     * @param search with a wish for detectors
     * @param experiment the experiment as it is
     * @param classes names of its classes
     * @throws InputException if the experiment can have no detectors, or does not take what varies in them
     */
    public static DetectorSpace of(Search search, Classification experiment, List<String> classes)
            throws InputException {
        CascadeWish wish = search.cascades().orElseThrow();
        List<SearchDimension> own = wish.detectors().orElseThrow().vary();
        Set<String> drawn =
                own.stream().map(SearchDimension::name).collect(Collectors.toCollection(LinkedHashSet::new));
        if (!experiment.data().merged().sources().isEmpty()) {
            throw refusal(
                    search,
                    "",
                    "found it beside an experiment that merges classes (/data/merge), expected one of them: detectors merge"
                            + " classes themselves");
        }
        List<SearchDimension> all = new ArrayList<>();
        search.space().dimensions().stream()
                .filter(dimension -> !drawn.contains(dimension.name()))
                .forEach(all::add);
        all.addAll(own);
        List<SearchDimension> ownWithTask = new ArrayList<>(own);
        Choice task = task(wish, experiment, classes, all);
        all.add(task);
        ownWithTask.add(task);
        check(search, ownWithTask);
        checkData(search, task);
        return new DetectorSpace(search.with(new Space(all)), drawn);
    }

    /** What makes a detector of a network: classes, outputs and the treatment of rare events. */
    private static Choice task(
            CascadeWish wish, Classification experiment, List<String> classes, List<SearchDimension> others) {
        DetectorClasses two = DetectorClasses.of(wish.events());
        ObjectNode merge = JsonNodeFactory.instance.objectNode();
        wish.events().forEach(merge.putArray(two.event())::add);
        classes.stream().filter(name -> !wish.events().contains(name)).forEach(merge.putArray(two.other())::add);
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("/data/merge", merge.toString());
        settings.put(
                "/data/classes",
                JsonNodeFactory.instance
                        .arrayNode()
                        .add(two.other())
                        .add(two.event())
                        .toString());
        JsonNode document = document(experiment);
        JsonNode layers = document.at(LAYERS);
        for (int i = layers.size() - 1; i >= 0; i--) {
            if (layers.get(i).has(OUTPUTS)) {
                if (layers.get(i).path(OUTPUTS).asInt() > 1) {
                    settings.put(LAYERS + "/" + i + "/" + OUTPUTS, "2");
                }
                break;
            }
        }
        boolean balanced = !document.at(BALANCE).asText("none").equals("none")
                || others.stream().anyMatch(dimension -> pointers(dimension).contains(BALANCE));
        if (!balanced) {
            settings.put(BALANCE, "repeat-few");
        }
        return new Choice(TASK, List.of(new Choice.Option(two.event(), settings)));
    }

    private static Set<String> pointers(SearchDimension dimension) {
        if (dimension instanceof Range range) {
            return Set.of(range.pointer());
        }
        return ((Choice) dimension)
                .options().stream()
                        .flatMap(option -> option.settings().keySet().stream())
                        .collect(Collectors.toSet());
    }

    private static JsonNode document(Classification experiment) {
        try {
            return new ObjectMapper().readTree(experiment.head().document());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own document is not JSON", e);
        }
    }

    private static void check(Search search, List<SearchDimension> own) throws InputException {
        try {
            SpaceCheck.check(search.with(new Space(own)));
        } catch (InputException e) {
            List<Problem> problems = new ArrayList<>();
            for (Problem problem : e.problems()) {
                String pointer = problem.pointer().equals("/vary/" + TASK) ? PLACE : PLACE + problem.pointer();
                problems.add(new Problem(problem.file(), problem.line(), pointer, problem.message()));
            }
            throw new InputException(problems);
        }
    }

    /** Whether the samples can be divided into two classes. */
    private static void checkData(Search search, Choice task) throws InputException {
        try {
            Search plain = search.with(new Space(List.of(task)));
            SampleLabels.of(
                    Variant.of(plain, plain.space().at(0), search.seeds().get(0), 0)
                            .experiment());
        } catch (InputException e) {
            throw refusal(
                    search,
                    "",
                    "found data that have no two classes: "
                            + e.problems().get(0).message());
        }
    }

    private static InputException refusal(Search search, String place, String message) {
        return new InputException(new Problem(search.file().toString(), 0, PLACE + place, message));
    }

    /**
     * Configurations of detectors, without an end: what is drawn anew is by chance, all else is that of a point, of those that take least energy on
     * each device in turn.
     *
     * @param points those of the search
     */
    public Draws draws(List<FrontPoint> points) {
        return new Draws(bases(points));
    }

    /** What points have that is not drawn anew: of each device in turn, the ones that take least energy first. */
    private List<Map<String, String>> bases(List<FrontPoint> points) {
        Map<String, List<FrontPoint>> byDevice = new LinkedHashMap<>();
        points.forEach(point -> byDevice.computeIfAbsent(point.profile(), any -> new ArrayList<>())
                .add(point));
        Set<Map<String, String>> bases = new LinkedHashSet<>();
        for (int k = 0; k < search.points(); k++) {
            for (List<FrontPoint> ofDevice : byDevice.values()) {
                if (k < ofDevice.size()) {
                    Map<String, String> base =
                            new LinkedHashMap<>(ofDevice.get(k).configuration().values());
                    base.keySet().removeAll(drawn);
                    bases.add(base);
                }
            }
        }
        return List.copyOf(bases);
    }

    /** Draws of configurations. */
    public final class Draws {

        private final List<Map<String, String>> bases;
        private final SplittableRandom random = new SplittableRandom(search.seed() ^ OWN_DRAWS);
        private int count;

        private Draws(List<Map<String, String>> bases) {
            this.bases = bases;
        }

        /** The next one, which may have been drawn before. */
        public Configuration next() {
            Map<String, String> values = new LinkedHashMap<>(
                    search.space().at(search.space().random(random)).values());
            if (!bases.isEmpty()) {
                values.putAll(bases.get(count % bases.size()));
            }
            count++;
            return new Configuration(values);
        }
    }
}
