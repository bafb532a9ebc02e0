package ganglion.scenario.explore.run;

import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.Problem;
import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.RungFigures;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.TrialRecord;
import ganglion.scenario.explore.progress.Elapsed;
import ganglion.scenario.explore.progress.Outlook;
import ganglion.scenario.explore.progress.SearchProgress;
import ganglion.scenario.explore.progress.TrialsAhead;
import ganglion.scenario.explore.progress.WorkAhead;
import ganglion.scenario.explore.space.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Trains networks by several threads until the time of the budget is over, but for what the points of the front will take, or a person stops it. */
final class TimedTrainings implements Trainings {

    private final Search search;
    private final double others;
    private final WorkAhead detectors;
    private final int threads;
    private final NetworkStages stages;
    private final SearchCrew crew;
    private final Elapsed elapsed;
    private final Outlook outlook;
    private final SearchProgress progress;
    private double secondsOfTraining;
    private int wholeEpochs;

    /**
     * Trainings of a search.
     *
     * @param others how many trainings of the experiment as it is the other networks made by hand take, once each
     * @param detectors what the detectors of cascades take
     * @param threads networks that the points of the front are trained at once, at most
     */
    TimedTrainings(
            Search search,
            double others,
            WorkAhead detectors,
            int threads,
            NetworkStages stages,
            SearchCrew crew,
            Elapsed elapsed,
            Outlook outlook,
            SearchProgress progress) {
        this.search = search;
        this.others = others;
        this.detectors = detectors;
        this.threads = threads;
        this.stages = stages;
        this.crew = crew;
        this.elapsed = elapsed;
        this.outlook = outlook;
        this.progress = progress;
    }

    @Override
    public List<List<DeviceOutcome>> fits(List<Configuration> configurations) throws InputException, OutputException {
        List<Callable<List<DeviceOutcome>>> work = new ArrayList<>();
        configurations.forEach(configuration -> work.add(() -> stages.fits(configuration)));
        return crew.all(work, done -> {});
    }

    /** The network that was made by hand, trained to its end: what all others are measured by. */
    @Override
    public RungFigures asItIs(int epochs) throws InputException, OutputException {
        progress.advanced("the experiment as it is", 0, outlook.secondsLeft(WorkAhead.NONE));
        List<DeviceOutcome> fits = stages.fits(Configuration.AS_IT_IS);
        wholeEpochs = epochs;
        double before = elapsed.seconds();
        Callable<Optional<RungFigures>> work = timed(
                Configuration.AS_IT_IS,
                epochs,
                0,
                () -> stages.stage(Configuration.AS_IT_IS, epochs, fits, () -> isOverIn(0)));
        Optional<RungFigures> rung =
                crew.all(List.of(work), done -> progress.detail("in training")).get(0);
        secondsOfTraining = elapsed.seconds() - before;
        return rung.orElseThrow(() -> new InputException(new Problem(
                search.file().toString(),
                0,
                "/budget",
                progress.stopRequested()
                        ? "stopped before the experiment as it is was trained; --resume goes on"
                        : "found " + search.budget().text()
                                + ", which is over before the experiment as it is was trained to its " + epochs
                                + " epochs; expected more, or --resume with more")));
    }

    @Override
    public List<Optional<RungFigures>> stage(List<TrialRecord> group, int epochs, TrialsAhead ahead)
            throws InputException, OutputException {
        List<Callable<Optional<RungFigures>>> work = new ArrayList<>();
        for (TrialRecord trial : group) {
            List<DeviceOutcome> fits = stages.fits(trial.configuration());
            work.add(timed(
                    trial.configuration(),
                    epochs,
                    trial.epochs(),
                    () -> stages.stage(trial.configuration(), epochs, fits, this::isOver)));
        }
        String phase = String.format(
                Locale.ROOT,
                "trials %d to %d, %d epochs",
                group.get(0).number(),
                group.get(group.size() - 1).number(),
                epochs);
        int points = points(ahead.finished());
        WorkAhead after = new WorkAhead(
                ahead.epochs() + epochsOfPoints(points) + detectors.epochs(),
                points + (1 + search.others().size()) * search.devices().size() + detectors.points());
        int each = epochs - group.get(0).epochs();
        return crew.all(work, done -> {
            WorkAhead left = after.plus((double) each * (group.size() - done), 0);
            progress.advanced(phase, outlook.share(left), outlook.secondsLeft(left));
            progress.detail(done + " of " + group.size() + " trained");
        });
    }

    /** A stage of a training that takes its time, unless what it comes to is known. */
    private Callable<Optional<RungFigures>> timed(
            Configuration configuration, int epochs, int before, Callable<Optional<RungFigures>> training) {
        if (stages.knowsStage(configuration, epochs)) {
            outlook.known(epochs - before);
            return training;
        }
        return () -> outlook.timed(epochs - before, training);
    }

    /** At most as many points as there are networks: one that is a point of several devices is trained once. */
    private int points(int finished) {
        return Math.min(finished, search.points() * search.devices().size());
    }

    /** Epochs of the last trainings: those of the networks made by hand, and of the points. */
    private double epochsOfPoints(int points) {
        int further = search.seeds().size() - 1; // the first one is that of the trials
        return wholeEpochs * (further * (points + 1) + search.seeds().size() * others);
    }

    @Override
    public boolean isOver() {
        return isOverIn(secondsOfPoints());
    }

    private boolean isOverIn(double seconds) {
        return progress.stopRequested() || elapsed.leavesLessThan(seconds);
    }

    /** What the last trainings will take: they are as long as that of the experiment as it is, and get at most half of the time. */
    private double secondsOfPoints() {
        if (wholeEpochs == 0) {
            return 0; // before the first training nothing is known
        }
        double trainings =
                search.seeds().size() * (search.points() * search.devices().size() + others)
                        + detectors.epochs() / wholeEpochs;
        double all = secondsOfTraining * trainings / threads;
        return Math.min(all, search.budget().seconds().orElse(0) / 2);
    }

    @Override
    public void looked(int found, int wanted) {
        progress.detail("looking for networks that fit: " + found + " of " + wanted);
    }

    @Override
    public void roundDone(List<TrialRecord> trials) {
        progress.roundDone(trials);
    }
}
