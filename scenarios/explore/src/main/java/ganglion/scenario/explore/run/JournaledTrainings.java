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
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;

/** Trainings of trials by several threads, until the budget's time is over, less what the last trainings take, or until a person stops them. */
final class JournaledTrainings implements Trainings {

    private final Search search;
    private final JournaledNetworks networks;
    private final SearchThreads threads;
    private final Elapsed elapsed;
    private final SearchProgress progress;
    private double secondsOfTraining;

    JournaledTrainings(
            Search search,
            JournaledNetworks networks,
            SearchThreads threads,
            Elapsed elapsed,
            SearchProgress progress) {
        this.search = search;
        this.networks = networks;
        this.threads = threads;
        this.elapsed = elapsed;
        this.progress = progress;
    }

    @Override
    public List<List<DeviceOutcome>> fits(List<Configuration> configurations) throws InputException, OutputException {
        List<Callable<List<DeviceOutcome>>> work = new ArrayList<>();
        configurations.forEach(configuration -> work.add(() -> networks.fits(configuration)));
        return threads.all(work, done -> {});
    }

    /** The network that was made by hand, trained to its end: what all others are measured by. */
    @Override
    public RungFigures asItIs(int epochs) throws InputException, OutputException {
        double before = elapsed.seconds();
        Callable<Optional<RungFigures>> work = () -> networks.stage(Configuration.AS_IT_IS, epochs, () -> isOverIn(0));
        Optional<RungFigures> rung = threads.all(
                        List.of(work), done -> progress.advanced("the experiment as it is", done, 1))
                .get(0);
        secondsOfTraining = elapsed.seconds() - before;
        return rung.orElseThrow(
                () -> over(search, progress, "the experiment as it is was trained to its " + epochs + " epochs"));
    }

    /** Says that a search has ended before something that it cannot do without. */
    static InputException over(Search search, SearchProgress progress, String before) {
        return new InputException(
                progress.stopRequested()
                        ? new Problem(search.file(), 0, "", "stopped before " + before + "; --resume goes on")
                        : new Problem(
                                search.file(),
                                0,
                                "/budget",
                                "found " + search.effort().budget().text() + ", which is over before " + before
                                        + "; expected more, or --resume with more"));
    }

    @Override
    public List<Optional<RungFigures>> stage(List<TrialRecord> group, int epochs)
            throws InputException, OutputException {
        List<Callable<Optional<RungFigures>>> work = new ArrayList<>();
        for (TrialRecord trial : group) {
            work.add(() -> networks.stage(trial.configuration(), epochs, this::isOver));
        }
        String phase = String.format(
                Locale.ROOT,
                "trials %d to %d, %d epochs",
                group.get(0).number(),
                group.get(group.size() - 1).number(),
                epochs);
        return threads.all(work, done -> progress.advanced(phase, done, group.size()));
    }

    @Override
    public boolean isOver() {
        return isOverIn(secondsOfPoints());
    }

    private boolean isOverIn(double seconds) {
        return progress.stopRequested() || elapsed.leavesLessThan(seconds);
    }

    /** The last trainings are as long as that of the experiment as it is, and get at most half of the time. */
    private double secondsOfPoints() {
        int networksInTheEnd = search.goal().points() * search.goal().devices().size()
                + search.others().size();
        double all = secondsOfTraining * search.seeds().trainings().size() * networksInTheEnd / threads.count();
        return Math.min(all, search.effort().budget().seconds().orElse(0) / 2);
    }

    @Override
    public void roundDone(List<TrialRecord> trials) {
        progress.roundDone(trials);
    }

    /** Time that a search has taken, resumed parts included, and how much it may take. */
    static final class Elapsed {

        private final double before;
        private final OptionalDouble budget;
        private final DoubleSupplier clock;
        private final double start;

        /**
         * Time from now on.
         *
         * @param before seconds that it took before it was resumed
         * @param budget seconds that it may take in all; absent for any time
         */
        Elapsed(double before, OptionalDouble budget) {
            this(before, budget, () -> System.nanoTime() / 1e9);
        }

        /**
         * The same by another clock.
         *
         * @param clock seconds since any time
         */
        Elapsed(double before, OptionalDouble budget, DoubleSupplier clock) {
            this.before = before;
            this.budget = budget;
            this.clock = clock;
            this.start = clock.getAsDouble();
        }

        /** Seconds that the search has taken. */
        double seconds() {
            return before + clock.getAsDouble() - start;
        }

        /** Whether less than this is left. */
        boolean leavesLessThan(double seconds) {
            return budget.isPresent() && seconds() + seconds > budget.getAsDouble();
        }
    }
}
