package ganglion.scenario.future;

import ganglion.documents.quantity.WilsonInterval;

/**
 * In how many futures the class won that won in the run.
 *
 * @param agreeing futures with the same winner
 * @param futures that were tried, at least 1
 */
public record SameWinner(int agreeing, int futures) {

    /** The part of the futures with the same winner. */
    public double share() {
        return (double) agreeing / futures;
    }

    /** Where that part lies, of all futures of the kind, with 95 % confidence. */
    public WilsonInterval interval() {
        return WilsonInterval.of(share(), futures);
    }
}
