package ganglion.scenario.explore.run;

import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.scenario.explore.FrontPoint;
import ganglion.scenario.explore.SavedStage;
import ganglion.scenario.explore.SeedFigures;
import ganglion.scenario.explore.cascade.CascadeFinder;
import ganglion.scenario.explore.cascade.CascadeFindings;
import ganglion.scenario.explore.cascade.CascadeStage;
import ganglion.scenario.explore.run.FinalChoice.Chosen;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Saves networks that were trained with all seeds as points of a search, and joins those that were saved to cascades. Thread safe. */
final class SavedPoints {

    private static final String FRONT = "front";

    private final SearchEnd end;
    private final PointNames names;
    private final Map<String, SavedStage> forCascades = new ConcurrentHashMap<>();

    SavedPoints(SearchEnd end) {
        this.end = end;
        this.names = new PointNames(end.search().others(), end.devices());
    }

    /**
     * Saves a network.
     *
     * @param seeds its figures, one for each seed
     * @param trained epochs that it was trained for; 0 for those of its experiment
     */
    FrontPoint save(Chosen chosen, List<SeedFigures> seeds, int trained) throws InputException, OutputException {
        String name = names.of(chosen.trial(), chosen.device());
        FrontPoint point = new FrontPoint(
                name,
                chosen.trial().number(),
                chosen.device().name(),
                chosen.trial().configuration(),
                seeds,
                false,
                FRONT + "/" + name + "/scenario.yaml");
        String description =
                (point.configuration().isAsItIs() ? "Made by hand, trained by the search " : "Found by the search ")
                        + end.search().name() + ": "
                        + point.configuration().text() + ", on " + point.profile() + ".";
        Path own = end.folder().resolve(FRONT).resolve(name);
        if (end.search().cascades().isPresent() && !end.progress().stopRequested()) {
            forCascades.put(name, end.stages().saveForCascades(point, trained, chosen.device(), description, own));
        } else {
            end.stages().save(point.configuration(), trained, point.saved(), chosen.device(), description, own);
        }
        return point;
    }

    /** The cascades of all points; absent if they were not asked for, or the search was stopped. */
    Optional<CascadeFindings> cascades(
            List<FrontPoint> references, List<FrontPoint> points, Detectors.Found detectors, boolean tested) {
        if (end.search().cascades().isEmpty() || end.progress().stopRequested()) {
            return Optional.empty();
        }
        List<CascadeStage> networks = new ArrayList<>();
        List<String> left = new ArrayList<>();
        Stream.of(references, points)
                .flatMap(List::stream)
                .sorted(Comparator.comparing(point -> !point.best() && !references.contains(point)))
                .forEach(point -> {
                    SavedStage saved = forCascades.get(point.name());
                    saved.stage().ifPresentOrElse(networks::add, () -> left.add(point.name() + ": " + saved.refusal()));
                });
        networks.addAll(detectors.stages());
        left.addAll(detectors.left());
        return Optional.of(CascadeFinder.find(
                        end.search().cascades().get(),
                        networks,
                        left,
                        tested,
                        end.search().points())
                .with(detectors.points()));
    }
}
