package ganglion.scenario.explore.run;

import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.scenario.explore.SavedStage;
import ganglion.scenario.explore.SeedFigures;
import ganglion.scenario.explore.cascade.CascadeStage;
import ganglion.scenario.explore.cascade.DetectorPoint;
import ganglion.scenario.explore.progress.WorkAhead;
import ganglion.scenario.explore.run.TrainedDetector.Chosen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Saves detectors: of each, the seed that is the most informed one in validation. */
final class SavedDetectors {

    /** Folder of the saved ones. */
    static final String FOLDER = "detectors";

    private final SearchEnd end;
    private final String event;

    /**
     * @param end that of the search of the space of detectors
     * @param event the class that wakes
     */
    SavedDetectors(SearchEnd end, String event) {
        this.end = end;
        this.event = event;
    }

    /**
     * Saves those that were trained with all seeds and can be a stage of a cascade.
     *
     * @param chosen what was to be trained with all seeds
     * @param left what is left out so far; what is left out here is added
     */
    Detectors.Found save(List<Chosen> chosen, List<TrainedDetector> trained, List<String> left)
            throws InputException, OutputException {
        Map<Chosen, List<TrainedDetector>> bySeeds = new LinkedHashMap<>();
        chosen.stream()
                .sorted(Comparator.comparingInt((Chosen each) -> end.devices().indexOf(each.device()))
                        .thenComparingInt(Chosen::number))
                .forEach(each -> bySeeds.put(each, new ArrayList<>()));
        trained.forEach(each -> bySeeds.get(each.chosen()).add(each));
        bySeeds.entrySet().removeIf(each -> {
            Optional<String> refusal = TrainedDetector.refusal(
                    each.getValue(), end.search().seeds().size());
            refusal.ifPresent(reason -> left.add(each.getKey().name() + ": " + reason));
            return refusal.isPresent();
        });
        List<DetectorPoint> points = new ArrayList<>();
        List<Callable<SavedStage>> saving = new ArrayList<>();
        for (Chosen each : bySeeds.keySet()) {
            DetectorPoint point = point(each, bySeeds.get(each));
            points.add(point);
            saving.add(() -> end.outlook()
                    .saved(() -> end.stages()
                            .saveForCascades(
                                    each.configuration(),
                                    end.epochs(),
                                    point.savedSeed(),
                                    each.device(),
                                    "A detector found by the search "
                                            + end.search().name() + ": "
                                            + each.configuration().text() + ", on " + point.profile() + ".",
                                    end.folder().resolve(FOLDER).resolve(point.name()))));
        }
        List<SavedStage> saved = end.crew()
                .all(
                        saving,
                        done -> end.tell(
                                DetectorTrainings.PHASE,
                                new WorkAhead(0, saving.size() - done),
                                done + " of " + saving.size() + " detectors saved"));
        List<CascadeStage> found = new ArrayList<>();
        for (int k = 0; k < points.size(); k++) {
            String name = points.get(k).name();
            SavedStage own = saved.get(k);
            own.stage()
                    .ifPresentOrElse(
                            stage -> found.add(stage.asDetector()), () -> left.add(name + ": " + own.refusal()));
        }
        return new Detectors.Found(points, found, left);
    }

    private DetectorPoint point(Chosen chosen, List<TrainedDetector> seeds) {
        TrainedDetector best = seeds.stream()
                .min(Comparator.comparingDouble(
                                (TrainedDetector each) -> -each.waking(event).informedness())
                        .thenComparingDouble(each -> each.waking(event).joulesPerHour()))
                .orElseThrow();
        String name = chosen.name();
        return new DetectorPoint(
                name,
                chosen.device().name(),
                chosen.configuration(),
                seeds.stream().map(this::seed).toList(),
                best.seed(),
                FOLDER + "/" + name + "/scenario.yaml");
    }

    private DetectorPoint.Seed seed(TrainedDetector trained) {
        SeedFigures figures = trained.figures().orElseThrow();
        return new DetectorPoint.Seed(
                trained.seed(),
                trained.waking(event),
                figures.held().samples(),
                figures.held().correct(),
                figures.baselineCorrect(),
                figures.verifiedSpikes(),
                figures.differences());
    }
}
