package ganglion.scenario.explore.run;

import java.util.OptionalDouble;
import java.util.concurrent.Callable;

/**
 * How much of a search is done, and how long the rest of it takes. A budget in time is used up, so that its rest is left; else, and for the last
 * trainings, what is left is told by the time that an epoch of the trainings so far took, hearing and judging included. Thread safe.
 */
final class Outlook {

    private final Elapsed elapsed;
    private final int threads;
    private double timedEpochs;
    private double timedSeconds;
    private double doneEpochs;

    /** @param threads networks that are trained at once */
    Outlook(Elapsed elapsed, int threads) {
        this.elapsed = elapsed;
        this.threads = threads;
    }

    /**
     * Does a training and takes its time.
     *
     * @param epochs that it trains; 0 if what it comes to is known already
     */
    <T> T timed(double epochs, Callable<T> training) throws Exception {
        double before = elapsed.seconds();
        T found = training.call();
        if (epochs > 0) {
            trained(epochs, elapsed.seconds() - before);
        }
        return found;
    }

    /** A training that took some time has ended. */
    synchronized void trained(double epochs, double seconds) {
        timedEpochs += epochs;
        timedSeconds += seconds;
        doneEpochs += epochs;
    }

    /** Epochs were trained before the search was resumed, and need no time now. */
    synchronized void known(double epochs) {
        doneEpochs += epochs;
    }

    /**
     * Share of the search that is done, 0 to 1.
     *
     * @param epochsAhead epochs of all trainings to come; not looked at if the budget is in time
     */
    synchronized double share(double epochsAhead) {
        if (elapsed.left().isPresent()) {
            return elapsed.share();
        }
        return doneEpochs > 0 ? doneEpochs / (doneEpochs + epochsAhead) : 0;
    }

    /** Seconds that are left while trials are trained; absent before anything is known about that. */
    OptionalDouble secondsLeft(double epochsAhead) {
        OptionalDouble budget = elapsed.left();
        return budget.isPresent() ? budget : secondsOf(epochsAhead);
    }

    /** Seconds that some epochs will take; absent before a training has ended. */
    synchronized OptionalDouble secondsOf(double epochs) {
        return timedEpochs > 0
                ? OptionalDouble.of(timedSeconds / timedEpochs * epochs / threads)
                : OptionalDouble.empty();
    }
}
