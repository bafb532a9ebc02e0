package ganglion.hardware.cascade;

import ganglion.hardware.figure.Reliability;

/**
 * What a network takes on a device, window by window.
 *
 * @param device name of the device
 * @param restWatts power between decisions, 0 or more
 * @param decisionJoules energy of one decision beyond that of resting through its window, 0 or more
 * @param workSeconds time that the device works on a decision
 * @param reliability how far to trust the energies
 */
public record StagePower(
        String device, double restWatts, double decisionJoules, double workSeconds, Reliability reliability) {

    /** @throws IllegalArgumentException if a figure is negative or not finite */
    public StagePower {
        for (double figure : new double[] {restWatts, decisionJoules, workSeconds}) {
            if (!(figure >= 0) || Double.isInfinite(figure)) {
                throw new IllegalArgumentException("found " + figure + " of " + device + ", expected 0 or more");
            }
        }
    }

    /** The energy in joules that this stage alone takes in an hour with a given number of decisions. */
    public double joulesPerHour(double decisions) {
        return restWatts * CascadeEnergy.SECONDS_PER_HOUR + decisions * decisionJoules;
    }
}
