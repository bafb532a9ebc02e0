package ganglion.scenario.explore.trial;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.data.SampleLabels;
import ganglion.scenario.explore.FrontPoint;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.cascade.CascadeWish;
import ganglion.scenario.explore.space.Choice;
import ganglion.scenario.explore.space.Configuration;
import ganglion.scenario.explore.space.SearchDimension;
import ganglion.scenario.explore.space.Space;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        DetectorTask task = DetectorTask.of(wish, experiment, classes, all);
        checkPlaces(search, task, all, drawn);
        checkOwn(search, task, own);
        checkData(search, task.plain());
        all.add(task.beside(all));
        return new DetectorSpace(search.with(new Space(all)), drawn);
    }

    /** Nothing may vary what detectors set themselves, and layers that vary as a whole have two outputs only if detectors vary them. */
    private static void checkPlaces(Search search, DetectorTask task, List<SearchDimension> all, Set<String> drawn)
            throws InputException {
        for (SearchDimension dimension : all) {
            String name = dimension.name();
            Optional<String> taken = task.taken(dimension);
            if (taken.isPresent()) {
                throw new InputException(new Problem(
                        search.file().toString(),
                        0,
                        (drawn.contains(name) ? PLACE : "") + "/vary/" + name,
                        "found " + taken.get() + ", which detectors set themselves, expected another place"));
            }
            if (!drawn.contains(name) && task.setsLayers(dimension)) {
                throw refusal(
                        search,
                        "/vary",
                        "found no " + name
                                + ", which sets the last layer in the search, expected it here as well, with two outputs");
            }
        }
    }

    private static void checkOwn(Search search, DetectorTask task, List<SearchDimension> own) throws InputException {
        List<SearchDimension> checked = new ArrayList<>();
        own.forEach(dimension -> checked.add(task.setsLayers(dimension) ? task.with((Choice) dimension) : dimension));
        checked.add(task.plain());
        check(search, checked);
    }

    private static void check(Search search, List<SearchDimension> own) throws InputException {
        try {
            SpaceCheck.check(search.with(new Space(own)));
        } catch (InputException e) {
            List<Problem> problems = new ArrayList<>();
            for (Problem problem : e.problems()) {
                String pointer =
                        problem.pointer().equals("/vary/" + DetectorTask.NAME) ? PLACE : PLACE + problem.pointer();
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
