package ganglion.scenario.explore.run;

import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.scenario.explore.FrontPoint;
import ganglion.scenario.explore.SeedFigures;
import ganglion.scenario.explore.TrialRecord;
import ganglion.scenario.explore.cascade.CascadeFindings;
import ganglion.scenario.explore.progress.WorkAhead;
import ganglion.scenario.explore.run.FinalChoice.Chosen;
import ganglion.scenario.explore.run.FinalChoice.Front;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/**
 * The end of a search: of each device some of the networks that were trained to their end, chosen in validation, are trained with all seeds,
 * looked at on the test set once, and saved. Which of them are in the front is said by validation again, over all seeds.
 */
final class FinalPoints {

    private final SearchEnd end;
    private final FinalChoice choice;
    private final FinalTrainings trainings;
    private final SavedPoints saved;

    FinalPoints(SearchEnd end) {
        this.end = end;
        this.choice = new FinalChoice(end);
        this.trainings = new FinalTrainings(end);
        this.saved = new SavedPoints(end);
    }

    /** The fronts of all devices among some trials. */
    Front front(List<TrialRecord> trials, TrialOrder order) {
        return choice.front(trials, order);
    }

    /**
     * The networks made by hand, on each device that can compute them: first that of the experiment as it is, then those that it is compared with.
     *
     * @param asItIs the trial of the experiment as it is
     * @param next what is trained after them
     */
    List<FrontPoint> reference(TrialRecord asItIs, Front next) throws InputException, OutputException {
        return trained(choice.byHand(asItIs), () -> false, ahead(next.all()));
    }

    /**
     * The points of all devices, by device and then by energy.
     *
     * @param over whether no more points are to be begun, once each device has one
     */
    List<FrontPoint> points(Front front, BooleanSupplier over) throws InputException, OutputException {
        WorkAhead others = detectors()
                .plus(
                        trainings.epochsOf(front.all()) - trainings.epochsOf(front.sure()),
                        front.others().size());
        List<FrontPoint> points = new ArrayList<>(trained(front.sure(), () -> false, others));
        points.addAll(trained(front.others(), over, detectors()));
        return BestPoints.marked(end.search(), end.devices(), points);
    }

    /**
     * The points of those networks that were trained with all seeds, and fit their device with each.
     *
     * @param after what is done after these
     */
    private List<FrontPoint> trained(List<Chosen> chosen, BooleanSupplier over, WorkAhead after)
            throws InputException, OutputException {
        List<Optional<SeedFigures>> found = trainings.train(chosen, over, after);
        List<Callable<FrontPoint>> saving = new ArrayList<>();
        int seeds = end.search().seeds().size();
        for (int k = 0; k < chosen.size(); k++) {
            List<SeedFigures> own = found.subList(k * seeds, (k + 1) * seeds).stream()
                    .flatMap(Optional::stream)
                    .toList();
            if (own.size() == seeds && own.stream().allMatch(seed -> seed.held().fits())) {
                Chosen each = chosen.get(k);
                int trained = trainings.epochs(each.trial().configuration());
                saving.add(() -> end.outlook().saved(() -> saved.save(each, own, trained)));
            }
        }
        return end.crew()
                .all(
                        saving,
                        done -> end.tell(
                                FinalTrainings.PHASE,
                                after.plus(0, saving.size() - done),
                                done + " of " + saving.size() + " points saved"));
    }

    private WorkAhead ahead(List<Chosen> chosen) throws InputException {
        return detectors().plus(trainings.epochsOf(chosen), chosen.size());
    }

    /** Detectors of cascades come after the points. */
    private WorkAhead detectors() {
        return Detectors.ahead(end.search(), end.devices(), end.epochs());
    }

    /** The cascades of all points; absent if they were not asked for, or the search was stopped. */
    Optional<CascadeFindings> cascades(
            List<FrontPoint> references, List<FrontPoint> points, Detectors.Found detectors, boolean tested) {
        return saved.cascades(references, points, detectors, tested);
    }
}
