package ganglion.scenario.explore.progress;

import java.util.OptionalDouble;
import java.util.concurrent.Callable;

/**
 * How much of a search is done, and how long the rest of it takes. A budget in time is used up, so that its rest is left; else, and for the last
 * trainings, what is left is told by the time that an epoch of the trainings so far took, hearing and judging included. To save a point takes as long
 * as it did before, or, before one was saved, as long as its samples take when trials are judged. Thread safe.
 */
public final class Outlook {

    private final Elapsed elapsed;
    private final int threads;
    private final int clipsOfPoint;
    private double timedEpochs;
    private double timedSeconds;
    private double doneEpochs;
    private double judgedClips;
    private double judgedSeconds;
    private double savedPoints;
    private double savedSeconds;
    private double mostShare;

    /**
     * An outlook at the beginning.
     *
     * @param threads networks that are trained at once
     * @param clipsOfPoint samples that are run when a point is saved; 0 if none is
     */
    public Outlook(Elapsed elapsed, int threads, int clipsOfPoint) {
        this.elapsed = elapsed;
        this.threads = threads;
        this.clipsOfPoint = clipsOfPoint;
    }

    /**
     * Does a training and takes its time.
     *
     * @param epochs that it trains; 0 if what it comes to is known already
     */
    public <T> T timed(double epochs, Callable<T> training) throws Exception {
        double before = elapsed.seconds();
        T found = training.call();
        if (epochs > 0) {
            trained(epochs, elapsed.seconds() - before);
        }
        return found;
    }

    /** A training that took some time has ended. */
    public synchronized void trained(double epochs, double seconds) {
        timedEpochs += epochs;
        timedSeconds += seconds;
        doneEpochs += epochs;
    }

    /** Epochs were trained before the search was resumed, and need no time now. */
    public synchronized void known(double epochs) {
        doneEpochs += epochs;
    }

    /** Some samples of a trial were run, and their energy was looked at. */
    public synchronized void judged(double clips, double seconds) {
        judgedClips += clips;
        judgedSeconds += seconds;
    }

    /** Saves a point and takes the time of that. */
    public <T> T saved(Callable<T> saving) throws Exception {
        double before = elapsed.seconds();
        T found = saving.call();
        saved(elapsed.seconds() - before);
        return found;
    }

    /** A point was saved in some time. */
    public synchronized void saved(double seconds) {
        savedPoints++;
        savedSeconds += seconds;
    }

    /** Share of the search that is done while trials are trained, 0 to 1: it never decreases. */
    public synchronized double share(WorkAhead ahead) {
        return atLeastAsBefore(elapsed.left().isPresent() ? elapsed.share() : shareOfWork(ahead));
    }

    /** The same in the last trainings, which a budget in time may leave much or too little for. */
    public synchronized double shareOfLast(WorkAhead ahead) {
        OptionalDouble left = secondsOf(ahead);
        return atLeastAsBefore(
                elapsed.left().isPresent() && left.isPresent()
                        ? elapsed.seconds() / (elapsed.seconds() + left.getAsDouble())
                        : shareOfWork(ahead));
    }

    /** Epochs count as long as they take, beside the saving of points. */
    private double shareOfWork(WorkAhead ahead) {
        double ofEpoch = timedEpochs > 0 ? timedSeconds / timedEpochs : 1;
        double done = doneEpochs * ofEpoch + (timedEpochs > 0 ? savedSeconds : 0);
        double left = ahead.epochs() * ofEpoch + (timedEpochs > 0 ? secondsOfSaving() * ahead.points() : 0);
        return done > 0 ? done / (done + left) : 0;
    }

    /** What was told stands, even if there is more to do than was known then. */
    private double atLeastAsBefore(double share) {
        mostShare = Math.max(mostShare, share);
        return mostShare;
    }

    /** Seconds that are left while trials are trained; absent before anything is known about that. Points are saved after a budget in time. */
    public synchronized OptionalDouble secondsLeft(WorkAhead ahead) {
        OptionalDouble budget = elapsed.left();
        return budget.isPresent()
                ? OptionalDouble.of(budget.getAsDouble() + secondsOfSaving() * ahead.points() / threads)
                : secondsOf(ahead);
    }

    /** Seconds that some work will take; absent before a training has ended. */
    public synchronized OptionalDouble secondsOf(WorkAhead ahead) {
        return timedEpochs > 0
                ? OptionalDouble.of(
                        (timedSeconds / timedEpochs * ahead.epochs() + secondsOfSaving() * ahead.points()) / threads)
                : OptionalDouble.empty();
    }

    private double secondsOfSaving() {
        if (savedPoints > 0) {
            return savedSeconds / savedPoints;
        }
        return judgedClips > 0 ? judgedSeconds / judgedClips * clipsOfPoint : 0;
    }
}
