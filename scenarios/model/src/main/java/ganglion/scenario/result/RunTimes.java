package ganglion.scenario.result;

/**
 * Wall-clock time of each phase of a run, in seconds. Not reproducible.
 *
 * @param hearSeconds decoding sound and encoding it as spikes or currents
 * @param buildSeconds reading weights and building the network
 * @param simulateSeconds running the network
 * @param costSeconds estimating the cost of the run on all chips
 * @param checkSeconds deciding and checking expectations
 */
public record RunTimes(
        double hearSeconds, double buildSeconds, double simulateSeconds, double costSeconds, double checkSeconds) {

    /** The whole run. */
    public double totalSeconds() {
        return hearSeconds + buildSeconds + simulateSeconds + costSeconds + checkSeconds;
    }
}
