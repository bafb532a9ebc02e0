package ganglion.scenario.explore.run;

import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.FrontPoint;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.cascade.CascadeStage;
import ganglion.scenario.explore.cascade.CascadeWish;
import ganglion.scenario.explore.cascade.DetectorClasses;
import ganglion.scenario.explore.cascade.DetectorOutcome.Waking;
import ganglion.scenario.explore.cascade.DetectorPoint;
import ganglion.scenario.explore.cascade.DetectorWish;
import ganglion.scenario.explore.progress.WorkAhead;
import ganglion.scenario.explore.run.TrainedDetector.Chosen;
import ganglion.scenario.explore.space.Configuration;
import ganglion.scenario.explore.strategy.Finalists;
import ganglion.scenario.explore.strategy.TrialLosses;
import ganglion.scenario.explore.trial.DetectorSpace;
import ganglion.scenario.explore.trial.Device;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Detectors for the small place of cascades. Each is trained to its end with the first seed. Of each device some are trained with all seeds: those
 * that nothing beats in events that wake, others that wake and energy, then those behind them, in validation. Of these the best seed is saved.
 */
final class Detectors {

    /** Configurations that are looked at for each detector that is trained. */
    private static final int PATIENCE = 50;

    private final SearchEnd end;
    private final DetectorSpace space;
    private final DetectorWish wish;
    private final String event;
    private final DetectorTrainings trainings;
    private final SavedDetectors saved;

    /** @param end that of the search of the space */
    Detectors(DetectorSpace space, SearchEnd end) {
        this.end = end;
        this.space = space;
        CascadeWish cascades = end.search().cascades().orElseThrow();
        this.wish = cascades.detectors().orElseThrow();
        this.event = DetectorClasses.of(cascades.events()).event();
        this.trainings = new DetectorTrainings(end);
        this.saved = new SavedDetectors(end, event);
    }

    /**
     * What was trained.
     *
     * @param points the saved ones
     * @param stages what they do as small networks
     * @param left what is left out, with the reason
     */
    record Found(List<DetectorPoint> points, List<CascadeStage> stages, List<String> left) {

        static final Found NONE = new Found(List.of(), List.of(), List.of());
    }

    /**
     * About what the detectors of a search take, before anything is known of them.
     *
     * @param epochs of a detector that is trained to its end
     */
    static WorkAhead ahead(Search search, List<Device> devices, int epochs) {
        return again(search, devices, epochs).plus((double) epochs * search.detectors(), 0);
    }

    /** Those that are trained with the other seeds and saved. */
    private static WorkAhead again(Search search, List<Device> devices, int epochs) {
        int saved = Math.min(search.detectors(), search.points()) * devices.size();
        int trained = Math.min(search.detectors(), saved) * (search.seeds().size() - 1);
        return new WorkAhead((double) epochs * trained, saved);
    }

    /**
     * Trains and saves detectors.
     *
     * @param points of the search
     * @param over whether no more trainings are to be begun
     */
    Found train(List<FrontPoint> points, BooleanSupplier over) throws InputException, OutputException {
        List<String> left = new ArrayList<>();
        List<Chosen> all = new ArrayList<>();
        List<Configuration> drawn = draw(points, left);
        for (int k = 0; k < drawn.size(); k++) {
            List<DeviceOutcome> fits = end.stages().fits(drawn.get(k));
            for (int d = 0; d < end.devices().size(); d++) {
                if (fits.get(d).fits()) {
                    all.add(new Chosen(k + 1, drawn.get(k), end.devices().get(d)));
                }
            }
        }
        List<TrainedDetector> first = trainings.train(
                all, end.search().seeds().subList(0, 1), false, over, again(end.search(), end.devices(), end.epochs()));
        long cut = all.stream().map(Chosen::number).distinct().count()
                - first.stream().map(each -> each.chosen().number()).distinct().count();
        if (cut > 0) {
            left.add("detectors: " + cut + " of " + drawn.size()
                    + " were not trained, since the time of the budget was over");
        }
        first.stream()
                .filter(each -> each.outcome().figures().isEmpty())
                .forEach(each ->
                        left.add(each.chosen().name() + ": " + each.outcome().refusal()));
        List<Chosen> chosen = finalists(first);
        List<TrainedDetector> trained =
                trainings.train(chosen, end.search().seeds(), true, over, new WorkAhead(0, chosen.size()));
        return saved.save(chosen, trained, left);
    }

    /** Different configurations that each fit a device; fewer than asked if there are no more. */
    private List<Configuration> draw(List<FrontPoint> points, List<String> left) throws OutputException {
        DetectorSpace.Draws draws = space.draws(points);
        Set<Configuration> looked = new LinkedHashSet<>();
        List<Configuration> drawn = new ArrayList<>();
        String problem = "";
        for (int k = 0; k < PATIENCE * wish.train() && drawn.size() < wish.train(); k++) {
            Configuration next = draws.next();
            if (looked.add(next)) {
                List<DeviceOutcome> fits = end.stages().fits(next);
                if (fits.stream().anyMatch(DeviceOutcome::fits)) {
                    drawn.add(next);
                } else if (problem.isEmpty()) {
                    problem = "; the first of " + next.text() + " fits no device: "
                            + fits.get(0).problems().get(0);
                }
            }
        }
        if (drawn.size() < wish.train()) {
            left.add("detectors: only " + drawn.size() + " of " + wish.train() + " were found that fit a device"
                    + problem);
        }
        return drawn;
    }

    /** Of each device those that are trained with all seeds. One whose waking is no better than chance comes last. */
    private List<Chosen> finalists(List<TrainedDetector> first) {
        List<Chosen> chosen = new ArrayList<>();
        for (Device device : end.devices()) {
            List<TrainedDetector> own = first.stream()
                    .filter(each -> each.chosen().device().equals(device))
                    .filter(each -> each.outcome().figures().isPresent())
                    .toList();
            List<TrialLosses> losses =
                    own.stream().map(each -> losses(each.waking(event))).toList();
            Finalists.of(losses, end.search().points())
                    .forEach(i -> chosen.add(own.get(i).chosen()));
        }
        return chosen;
    }

    private static TrialLosses losses(Waking waking) {
        double violation = waking.informedness() > 0 ? 0 : 1 - waking.informedness();
        return new TrialLosses(
                new double[] {1 - waking.recall(), waking.falseWakes(), waking.joulesPerHour()}, violation);
    }
}
