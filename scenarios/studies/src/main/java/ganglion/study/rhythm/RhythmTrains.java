package ganglion.study.rhythm;

import ganglion.kernel.random.CounterRandom;
import java.util.TreeSet;

/**
 * Trains of spikes with and without a rhythm, at the same mean rate. The rhythm is three intervals of 25, 40 and 55 ms that repeat,
 * from a random phase on. Half of the trains have it; the others are, equally often,
 *
 * <ul>
 *   <li>a Poisson process,
 *   <li>the same three intervals in an order drawn anew for each, so that the intervals alone carry no information,
 *   <li>the rhythm at another tempo: faster or slower by 15 to 35 %.
 * </ul>
 *
 * Every spike of the last two and of the rhythm is moved by a normal deviate, and may be missing. The tempo of the rhythm and of its
 * shuffled intervals may change a little from train to train, and further spikes may be laid over any train.
 *
 * @param random of all draws
 * @param ticks length of a train in ticks of {@value #TICK_MILLISECONDS} ms
 * @param disturbance how far the trains are from a perfect rhythm
 */
record RhythmTrains(CounterRandom random, int ticks, RhythmDisturbance disturbance) {

    static final int TICK_MILLISECONDS = 5;

    static final int[] INTERVALS_MILLISECONDS = {25, 40, 55};
    static final int PERIOD_MILLISECONDS = 120;

    private static final int KIND = 0;
    private static final int TEMPO = 1;
    private static final int PHASE = 2;
    private static final int FIRST_SPIKE = 10;
    private static final int DRAWS_A_SPIKE = 4;
    /** Independent of the other draws, which are the same with and without these. */
    private static final int SAME_TEMPO = 3;

    private static final int EXTRA = 4;

    static final double SMALLEST_TEMPO_CHANGE = 0.15;
    private static final double LARGEST_TEMPO_CHANGE = 0.35;

    /** The kinds of trains. */
    enum Kind {
        RHYTHM,
        POISSON,
        SHUFFLED,
        OTHER_TEMPO
    }

    /**
     * A train.
     *
     * @param kind kind of the train
     * @param spikes ticks, ascending
     */
    record Train(Kind kind, int[] spikes) {

        /** Class 1 has the rhythm. */
        int label() {
            return kind == Kind.RHYTHM ? 1 : 0;
        }
    }

    /** The train of a number, always the same one. */
    Train at(long number) {
        CounterRandom draws = random.branch(number);
        Kind kind = draws.uniform(KIND) < 0.5
                ? Kind.RHYTHM
                : Kind.values()[1 + draws.branch(KIND).below(0, 3)];
        TreeSet<Integer> spikes = kind == Kind.POISSON ? poisson(draws) : rhythmic(draws, kind);
        addExtra(draws.branch(EXTRA), spikes);
        return new Train(kind, spikes.stream().mapToInt(tick -> tick).toArray());
    }

    private void addExtra(CounterRandom draws, TreeSet<Integer> spikes) {
        double chance = disturbance.extraHertz() * TICK_MILLISECONDS * 1e-3;
        for (int tick = 0; chance > 0 && tick < ticks; tick++) {
            if (draws.uniform(tick) < chance) {
                spikes.add(tick);
            }
        }
    }

    private TreeSet<Integer> poisson(CounterRandom draws) {
        double chance = (1 - disturbance.missingShare())
                * INTERVALS_MILLISECONDS.length
                * TICK_MILLISECONDS
                / PERIOD_MILLISECONDS;
        TreeSet<Integer> spikes = new TreeSet<>();
        for (int tick = 0; tick < ticks; tick++) {
            if (draws.uniform(FIRST_SPIKE + (long) tick) < chance) {
                spikes.add(tick);
            }
        }
        return spikes;
    }

    private TreeSet<Integer> rhythmic(CounterRandom draws, Kind kind) {
        double change = SMALLEST_TEMPO_CHANGE + draws.uniform(TEMPO) * (LARGEST_TEMPO_CHANGE - SMALLEST_TEMPO_CHANGE);
        double signed = draws.branch(TEMPO).uniform(0) < 0.5 ? -change : change;
        double small = disturbance.tempoChange() * (2 * draws.branch(SAME_TEMPO).uniform(0) - 1);
        double stretch = 1 + (kind == Kind.OTHER_TEMPO ? signed : small);
        TreeSet<Integer> spikes = new TreeSet<>();
        double milliseconds = -PERIOD_MILLISECONDS * stretch * draws.uniform(PHASE);
        for (long spike = 0; milliseconds < ticks * TICK_MILLISECONDS; spike++) {
            long first = FIRST_SPIKE + spike * DRAWS_A_SPIKE;
            long moved = Math.floorDiv(
                    Math.round(milliseconds + disturbance.jitterMilliseconds() * draws.gaussian(first)),
                    TICK_MILLISECONDS);
            if (draws.branch(first).uniform(0) >= disturbance.missingShare() && moved >= 0 && moved < ticks) {
                spikes.add((int) moved);
            }
            int drawn = draws.branch(first).below(1, INTERVALS_MILLISECONDS.length);
            int interval = kind == Kind.SHUFFLED ? drawn : (int) (spike % INTERVALS_MILLISECONDS.length);
            milliseconds += stretch * INTERVALS_MILLISECONDS[interval];
        }
        return spikes;
    }
}
