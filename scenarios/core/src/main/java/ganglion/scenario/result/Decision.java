package ganglion.scenario.result;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The class that the read-out population gives to one clip. By default the neuron with most spikes wins; of equals the one
 * that fired first, and of those the one with the lower number.
 *
 * @param file the clip, as written in the scenario; empty for a run without clips, which is decided once as a whole
 * @param label class of the clip; empty if the scenario does not say
 * @param fromTick first tick that counts
 * @param untilTick tick after the last one that counts, including the response margin
 * @param winner label of the winning neuron (its number, where the population has no labels); empty if none fired
 * @param spikeCounts spikes of each read-out neuron within the ticks that count
 * @param firstSpikeTick first spike of the winner
 * @param correct whether the winner is the label; false where either is missing
 * @param taken when it was taken, if the scenario lets it be taken before the end; the winner is the one of then, and counts are of all that
 *     counts
 */
public record Decision(
        String file,
        String label,
        long fromTick,
        long untilTick,
        String winner,
        int[] spikeCounts,
        OptionalLong firstSpikeTick,
        boolean correct,
        Optional<TakenEarly> taken) {

    /** A decision that is taken at the end. */
    public Decision(
            String file,
            String label,
            long fromTick,
            long untilTick,
            String winner,
            int[] spikeCounts,
            OptionalLong firstSpikeTick,
            boolean correct) {
        this(file, label, fromTick, untilTick, winner, spikeCounts, firstSpikeTick, correct, Optional.empty());
    }

    /** Whether it was taken before the end of all that counts. */
    public boolean isEarly() {
        return taken.filter(early -> early.untilTick() < untilTick).isPresent();
    }

    /** The tick after the last whose spikes the winner rests on: the end of all that counts, unless it was taken before. */
    public long restsUntilTick() {
        return Math.min(taken.map(TakenEarly::untilTick).orElse(untilTick), untilTick);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Decision that
                && file.equals(that.file)
                && label.equals(that.label)
                && fromTick == that.fromTick
                && untilTick == that.untilTick
                && winner.equals(that.winner)
                && Arrays.equals(spikeCounts, that.spikeCounts)
                && firstSpikeTick.equals(that.firstSpikeTick)
                && correct == that.correct
                && taken.equals(that.taken);
    }

    @Override
    public int hashCode() {
        return 31 * Objects.hash(file, label, fromTick, untilTick, winner, taken) + Arrays.hashCode(spikeCounts);
    }

    @Override
    public String toString() {
        return "Decision[" + file + " " + label + " -> " + winner + " " + Arrays.toString(spikeCounts) + "]";
    }

    /**
     * When a decision was taken that need not wait for the end of its clip.
     *
     * @param untilTick tick after the last whose spikes it rests on; where it never became certain, the end of all that counts
     * @param winnerAtEnd class that all spikes that count would have decided for; empty if none was fired
     */
    public record TakenEarly(long untilTick, String winnerAtEnd) {}
}
