package ganglion.scenario.explore.run;

import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.scenario.explore.SeedFigures;
import ganglion.scenario.explore.cascade.DetectorOutcome;
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

    /** What is told while they are trained and saved. */
    static final String PHASE = "detectors";

    private final SearchEnd end;

    /** @param end that of the search of the space of detectors */
    DetectorTrainings(SearchEnd end) {
        this.end = end;
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
        BooleanSupplier stop = () -> end.progress().stopRequested() || over.getAsBoolean();
        for (List<Chosen> onDevices : byNumber.values()) {
            for (long seed : seeds) {
                boolean known = onDevices.stream()
                        .anyMatch(each -> end.stages().knowsDetector(each.configuration(), seed, each.device()));
                work.add(() ->
                        end.outlook().timed(known ? 0 : end.epochs(), () -> train(onDevices, seed, asPoints, stop)));
            }
        }
        return end
                .crew()
                .all(
                        work,
                        done -> end.tell(
                                PHASE,
                                after.plus((double) end.epochs() * (work.size() - done), 0),
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
                    end.stages().detector(each.configuration(), end.epochs(), seed, each.device(), stop);
            Optional<SeedFigures> figures = asPoints && outcome.isPresent()
                    ? end.stages().seed(each.configuration(), end.epochs(), seed, each.device(), stop)
                    : Optional.empty();
            if (outcome.isPresent() && (!asPoints || figures.isPresent())) {
                found.add(new TrainedDetector(each, seed, outcome.get(), figures));
            }
        }
        return found;
    }
}
