package ganglion.scenario.explore.run;

import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.scenario.explore.SeedFigures;
import ganglion.scenario.explore.cascade.DetectorOutcome;
import ganglion.scenario.explore.progress.Outlook;
import ganglion.scenario.explore.progress.SearchProgress;
import ganglion.scenario.explore.progress.WorkAhead;
import ganglion.scenario.explore.run.TrainedDetector.Chosen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/** Trains detectors with some seeds. */
final class DetectorTrainings {

    private final NetworkStages stages;
    private final SearchCrew crew;
    private final Outlook outlook;
    private final SearchProgress progress;
    private final int epochs;

    /**
     * @param stages of the search of the space of detectors
     * @param epochs of a detector that is trained to its end
     */
    DetectorTrainings(NetworkStages stages, SearchCrew crew, Outlook outlook, SearchProgress progress, int epochs) {
        this.stages = stages;
        this.crew = crew;
        this.outlook = outlook;
        this.progress = progress;
        this.epochs = epochs;
    }

    /**
     * Trains detectors, each for all of its devices.
     *
     * @param asPoints whether the figures of a point are asked for, too
     * @param over whether no more trainings are to be begun
     * @param after what is done after these
     * @return what they came to, without those that were stopped
     */
    List<TrainedDetector> train(
            List<Chosen> chosen, List<Long> seeds, boolean asPoints, BooleanSupplier over, WorkAhead after)
            throws InputException, OutputException {
        Map<Integer, List<Chosen>> byNumber = new TreeMap<>();
        chosen.forEach(each -> byNumber.computeIfAbsent(each.number(), any -> new ArrayList<>())
                .add(each));
        List<Callable<List<TrainedDetector>>> work = new ArrayList<>();
        BooleanSupplier stop = () -> progress.stopRequested() || over.getAsBoolean();
        for (List<Chosen> onDevices : byNumber.values()) {
            for (long seed : seeds) {
                boolean known = onDevices.stream()
                        .anyMatch(each -> stages.knowsDetector(each.configuration(), seed, each.device()));
                work.add(() -> outlook.timed(known ? 0 : epochs, () -> train(onDevices, seed, asPoints, stop)));
            }
        }
        return crew
                .all(
                        work,
                        done -> tell(
                                after.plus((double) epochs * (work.size() - done), 0),
                                done + " of " + work.size() + " trainings"))
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<TrainedDetector> train(List<Chosen> onDevices, long seed, boolean asPoints, BooleanSupplier stop)
            throws InputException, OutputException {
        List<TrainedDetector> found = new ArrayList<>();
        for (Chosen each : onDevices) {
            Optional<DetectorOutcome> outcome =
                    stages.detector(each.configuration(), epochs, seed, each.device(), stop);
            Optional<SeedFigures> figures = asPoints && outcome.isPresent()
                    ? stages.seed(each.configuration(), epochs, seed, each.device(), stop)
                    : Optional.empty();
            if (outcome.isPresent() && (!asPoints || figures.isPresent())) {
                found.add(new TrainedDetector(each, seed, outcome.get(), figures));
            }
        }
        return found;
    }

    /** Tells how far the search is. */
    void tell(WorkAhead ahead, String words) {
        progress.advanced("detectors", outlook.shareOfLast(ahead), outlook.secondsOf(ahead));
        progress.detail(words);
    }
}
