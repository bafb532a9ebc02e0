package ganglion.learning.eventprop.grid;

import ganglion.kernel.event.SpikeRaster;
import ganglion.learning.eventprop.TimedSpikes;
import ganglion.learning.eventprop.Winners;
import ganglion.learning.eventprop.forward.EventRun;
import ganglion.learning.sample.Sample;
import ganglion.learning.train.DataSet;
import java.util.Locale;

/**
 * How a network on a grid of ticks agrees with itself in continuous time, in which it learned.
 *
 * @param spikes of all layers; those agree that lie within a tick of each other
 * @param samples number of samples
 * @param decidedAlike samples for which both have the same class ahead, of equals the lower number
 * @param correctInTime samples for which the right class alone is ahead in continuous time, as training has it
 * @param undecidedInTime samples for which no class alone is ahead in continuous time; they count as wrong
 */
public record TimeAgreement(
        GridAgreement spikes, int samples, int decidedAlike, int correctInTime, int undecidedInTime) {

    /** Rounding must not part a pair that is a tick apart. */
    private static final double SLACK = 1e-9;

    /**
     * Compares both on samples.
     *
     * @param samples at least one
     * @throws IllegalArgumentException as {@link EventClassifier#decide}
     */
    public static TimeAgreement of(EventClassifier classifier, DataSet samples) {
        GridAgreement spikes = new GridAgreement(0, 0, 0);
        int alike = 0;
        int correct = 0;
        int undecided = 0;
        double tick = (1 + SLACK) / classifier.ticksPerStep();
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.sample(i, 0);
            TickRun onGrid = classifier.run(sample.input());
            EventRun inTime = classifier.runInTime(sample.input());
            for (int l = 0; l < onGrid.layers().size(); l++) {
                spikes = spikes.plus(GridAgreement.of(
                        inTime.layers().get(l).spikes(),
                        onGrid.layers().get(l),
                        classifier.ticksPerStep(),
                        inTime.duration(),
                        tick));
            }
            double[] scores = scores(inTime);
            int winner = Winners.of(scores);
            alike += EventClassifier.highest(scores) == EventClassifier.highest(onGrid.scores()) ? 1 : 0;
            correct += winner == sample.label() ? 1 : 0;
            undecided += winner == Winners.UNDECIDED ? 1 : 0;
        }
        return new TimeAgreement(spikes, samples.size(), alike, correct, undecided);
    }

    private static double[] scores(EventRun run) {
        if (run.network().readOut().isPresent()) {
            return run.readOut();
        }
        int[] first = run.firstSpikes();
        double[] scores = new double[first.length];
        for (int c = 0; c < first.length; c++) {
            scores[c] = first[c] < 0 ? 0 : run.duration() - run.lastSpikes().time(first[c]);
        }
        return scores;
    }

    /** Number of spikes in continuous time. */
    public long spikesInTime() {
        return spikes.agreed() + spikes.onlyInTime();
    }

    /** One human-readable line. */
    public String text() {
        return String.format(
                Locale.ROOT,
                "%d of %d samples are decided as in continuous time; of its %d spikes, %d lie within a tick of one on the grid,"
                        + " which has %d others",
                decidedAlike,
                samples,
                spikesInTime(),
                spikes.agreed(),
                spikes.onlyOnGrid());
    }

    /**
     * How the spikes of a layer in continuous time agree with those on a grid of ticks.
     *
     * @param agreed spikes of which the other side has one of the same neuron close by, each counted for one
     * @param onlyInTime spikes in continuous time without such a one
     * @param onlyOnGrid spikes on the grid without such a one
     */
    public record GridAgreement(long agreed, long onlyInTime, long onlyOnGrid) {

        /**
         * Compares spikes.
         *
         * @param duration steps up to which both are looked at
         * @param tolerance steps by which a pair may differ
         */
        public static GridAgreement of(
                TimedSpikes inTime, SpikeRaster onGrid, int ticksPerStep, double duration, double tolerance) {
            boolean[] taken = new boolean[onGrid.size()];
            long agreed = 0;
            int from = 0;
            for (int k = 0; k < inTime.size(); k++) {
                double time = inTime.time(k);
                while (from < taken.length && (double) onGrid.tick(from) / ticksPerStep < time - tolerance) {
                    from++;
                }
                for (int i = from;
                        i < taken.length && (double) onGrid.tick(i) / ticksPerStep <= time + tolerance;
                        i++) {
                    if (!taken[i] && onGrid.neuron(i) == inTime.neuron(k)) {
                        taken[i] = true;
                        agreed++;
                        break;
                    }
                }
            }
            long others = 0;
            for (int i = 0; i < taken.length; i++) {
                others += !taken[i] && (double) onGrid.tick(i) / ticksPerStep <= duration ? 1 : 0;
            }
            return new GridAgreement(agreed, inTime.size() - agreed, others);
        }

        /** Both together. */
        public GridAgreement plus(GridAgreement other) {
            return new GridAgreement(
                    agreed + other.agreed, onlyInTime + other.onlyInTime, onlyOnGrid + other.onlyOnGrid);
        }
    }
}
