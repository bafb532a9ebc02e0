package ganglion.scenario.result;

/**
 * Wall-clock time of each phase of a run, in seconds. Says nothing about the model, and is no part of what is
 * reproducible.
 *
 * @param hearSeconds decoding audio and turning it into spikes
 * @param buildSeconds reading weights and building the network
 * @param simulateSeconds running the network
 * @param costSeconds costing the run on all profiles
 * @param checkSeconds deciding and checking expectations
 */
public record RunTimes(
        double hearSeconds, double buildSeconds, double simulateSeconds, double costSeconds, double checkSeconds) {

    /** The whole run. */
    public double totalSeconds() {
        return hearSeconds + buildSeconds + simulateSeconds + costSeconds + checkSeconds;
    }
}
