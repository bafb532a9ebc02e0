package ganglion.scenario.future;

/**
 * A moment of a clip, and what came of the futures that start there.
 *
 * @param tick all spikes before it are as in the run
 * @param own futures in which the clip goes on, disturbed
 * @param other futures in which another clip of the run goes on in its place, or silence, disturbed alike
 */
public record FutureMoment(long tick, SameWinner own, SameWinner other) {

    /** Whether the same class wins in at least this part of the futures of both kinds. */
    public boolean isCertain(double share) {
        return own.share() >= share && other.share() >= share;
    }
}
