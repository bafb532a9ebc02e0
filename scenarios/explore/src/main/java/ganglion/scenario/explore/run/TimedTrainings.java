package ganglion.scenario.explore.run;

import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.Problem;
import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.RungFigures;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.TrialRecord;
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
    private final int threads;
    private final NetworkStages stages;
    private final SearchCrew crew;
    private final Elapsed elapsed;
    private final SearchProgress progress;
    private double secondsOfTraining;

    /**
     * Trainings of a search.
     *
     * @param others how many trainings of the experiment as it is the other networks made by hand take, once each
     * @param threads networks that the points of the front are trained at once, at most
     */
    TimedTrainings(
            Search search,
            double others,
            int threads,
            NetworkStages stages,
            SearchCrew crew,
            Elapsed elapsed,
            SearchProgress progress) {
        this.search = search;
        this.others = others;
        this.threads = threads;
        this.stages = stages;
        this.crew = crew;
        this.elapsed = elapsed;
        this.progress = progress;
    }

    @Override
    public List<DeviceOutcome> fits(Configuration configuration) throws OutputException {
        return stages.fits(configuration);
    }

    /** The network that was made by hand, trained to its end: what all others are measured by. */
    @Override
    public RungFigures asItIs(int epochs) throws InputException, OutputException {
        progress.advanced("the experiment as it is", 0);
        List<DeviceOutcome> fits = stages.fits(Configuration.AS_IT_IS);
        double before = elapsed.seconds();
        Callable<Optional<RungFigures>> work =
                () -> stages.stage(Configuration.AS_IT_IS, epochs, fits, () -> isOverIn(0));
        Optional<RungFigures> rung = crew.all(List.of(work), done -> {}).get(0);
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
    public List<Optional<RungFigures>> stage(List<TrialRecord> group, int epochs, double share)
            throws InputException, OutputException {
        List<Callable<Optional<RungFigures>>> work = new ArrayList<>();
        for (TrialRecord trial : group) {
            List<DeviceOutcome> fits = stages.fits(trial.configuration());
            work.add(() -> stages.stage(trial.configuration(), epochs, fits, this::isOver));
        }
        String phase = String.format(
                Locale.ROOT,
                "trials %d to %d, %d epochs",
                group.get(0).number(),
                group.get(group.size() - 1).number(),
                epochs);
        progress.advanced(phase, done(share));
        return crew.all(work, done -> {
            progress.advanced(phase, done(share));
            progress.detail(done + " of " + group.size() + " trained");
        });
    }

    /** How much of the whole search is done, 0 to 1: a part of it is left for the points of the front. */
    double done(double share) {
        return Math.max(0.8 * share, elapsed.share());
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
        double all = secondsOfTraining
                * search.seeds().size()
                * (search.points() * search.devices().size() + others)
                / threads;
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
