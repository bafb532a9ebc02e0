package ganglion.scenario.explore.run;

import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.scenario.explore.FrontPoint;
import ganglion.scenario.explore.SavedStage;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.SeedFigures;
import ganglion.scenario.explore.cascade.CascadeFinder;
import ganglion.scenario.explore.cascade.CascadeFindings;
import ganglion.scenario.explore.cascade.CascadeStage;
import ganglion.scenario.explore.progress.SearchProgress;
import ganglion.scenario.explore.run.FinalChoice.Chosen;
import ganglion.scenario.explore.trial.Device;
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

    private final Search search;
    private final NetworkStages stages;
    private final SearchProgress progress;
    private final Path folder;
    private final PointNames names;
    private final Map<String, SavedStage> forCascades = new ConcurrentHashMap<>();

    /** @param folder of the search */
    SavedPoints(Search search, List<Device> devices, NetworkStages stages, SearchProgress progress, Path folder) {
        this.search = search;
        this.stages = stages;
        this.progress = progress;
        this.folder = folder;
        this.names = new PointNames(search.others(), devices);
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
                        + search.name() + ": "
                        + point.configuration().text() + ", on " + point.profile() + ".";
        Path own = folder.resolve(FRONT).resolve(name);
        if (search.cascades().isPresent() && !progress.stopRequested()) {
            forCascades.put(name, stages.saveForCascades(point, trained, chosen.device(), description, own));
        } else {
            stages.save(point.configuration(), trained, point.saved(), chosen.device(), description, own);
        }
        return point;
    }

    /** The cascades of all points; absent if they were not asked for, or the search was stopped. */
    Optional<CascadeFindings> cascades(
            List<FrontPoint> references, List<FrontPoint> points, Detectors.Found detectors, boolean tested) {
        if (search.cascades().isEmpty() || progress.stopRequested()) {
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
        return Optional.of(CascadeFinder.find(search.cascades().get(), networks, left, tested, search.points())
                .with(detectors.points()));
    }
}
