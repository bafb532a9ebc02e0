package ganglion.hardware.cascade;

import ganglion.hardware.figure.Interval;
import ganglion.hardware.figure.Reliability.Grade;
import java.util.Optional;

/**
 * The energy of an hour of a cascade: a small network decides in every window, and a large one only in those for which the small one wakes
 * it. With <i>n</i> windows and <i>r</i> events in an hour, the small one wakes the large one <i>W = r h + (n - r) q</i> times, with the
 * recall <i>h</i> and the share <i>q</i> of false wakes, and
 *
 * <pre>
 *   E(r) = T P_small + T P_rest + W (E_large + E_handover)
 *   A    =             T P_rest + n  E_large                  the large network alone, in every window
 *   r*   = ((n E_large - T P_small) / (E_large + E_handover) - n q) / (h - q)
 * </pre>
 *
 * where <i>T</i> is an hour, <i>P_small</i> the power of the small network with its decisions, <i>P_rest</i> that of the large one's device
 * between wakes and <i>E_large</i> the energy of a decision beyond it. If both networks are on one device, its power at rest counts once: the
 * larger one, where it depends on the network, as with the number of chips.
 * This is the energy model of hierarchical wake-up; a cascade of detectors for keywords is described by Gruenstein et al. 2017,
 * <a href="https://arxiv.org/abs/1712.03603">arXiv:1712.03603</a>.
 *
 * @param small the network that is always on
 * @param large the network that is woken
 * @param rates how often it is woken
 * @param handoverJoules energy of one wake and of handing the clip over, beyond what the decision takes; 0 or more
 */
public record CascadeEnergy(StagePower small, StagePower large, WakeRates rates, double handoverJoules) {

    /** Seconds of the hour that all energies are of. */
    public static final double SECONDS_PER_HOUR = 3600;

    /** Ticks add up to a window only up to rounding. */
    private static final double ROUNDING = 1e-9;

    /** @throws IllegalArgumentException if the energy of a hand-over is negative or not finite */
    public CascadeEnergy {
        if (!(handoverJoules >= 0) || Double.isInfinite(handoverJoules)) {
            throw new IllegalArgumentException("found " + handoverJoules + " J of a wake, expected 0 or more");
        }
    }

    /** Whether both networks are on one device. */
    public boolean onOneDevice() {
        return small.device().equals(large.device());
    }

    /** Whether both networks find the time for a decision in one window: on one device they share it. */
    public boolean keepsPace() {
        double window = SECONDS_PER_HOUR / rates.windowsPerHour();
        return !onOneDevice() || small.workSeconds() + large.workSeconds() <= window * (1 + ROUNDING);
    }

    /** The same networks, of which the small one wakes as often as this. */
    public CascadeEnergy with(WakeRates other) {
        return new CascadeEnergy(small, large, other, handoverJoules);
    }

    /** The worse grade of both devices. */
    public Grade grade() {
        Grade one = small.reliability().grade();
        Grade other = large.reliability().grade();
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** Joules of an hour of devices at rest, which no wake changes. */
    public double restPerHour() {
        return SECONDS_PER_HOUR * restOfSmall() + SECONDS_PER_HOUR * large.restWatts();
    }

    /** Joules of an hour of the small network alone. */
    public double smallAlonePerHour() {
        return small.joulesPerHour(rates.windowsPerHour());
    }

    /** Joules of an hour of the large network alone, which decides in every window. */
    public double largeAlonePerHour() {
        return large.joulesPerHour(rates.windowsPerHour());
    }

    /** Joules of an hour of both. @param events events in an hour */
    public double perHour(double events) {
        return ofSmall() + ofLarge(events) + rates.wakesPerHour(events) * handoverJoules;
    }

    /** What the small network adds to the rest of the large one's device. */
    private double ofSmall() {
        return SECONDS_PER_HOUR * restOfSmall() + rates.windowsPerHour() * small.decisionJoules();
    }

    private double restOfSmall() {
        return onOneDevice() ? Math.max(0, small.restWatts() - large.restWatts()) : small.restWatts();
    }

    private double ofLarge(double events) {
        return large.joulesPerHour(rates.wakesPerHour(events));
    }

    /** At which rates the cascade takes less than the large network alone. */
    public BreakEvenRate breakEven() {
        double windows = rates.windowsPerHour();
        double alone = largeAlonePerHour();
        boolean savesAtRest = perHour(0) < alone;
        boolean savesAlways = perHour(windows) < alone;
        if (savesAtRest == savesAlways) {
            return savesAtRest ? new BreakEvenRate.Always() : new BreakEvenRate.Never();
        }
        double wakes = (windows * large.decisionJoules() - ofSmall()) / (large.decisionJoules() + handoverJoules);
        double events = (wakes - rates.falseWakesPerHour()) / (rates.recall() - rates.falseWakes());
        return new BreakEvenRate.At(Math.max(0, Math.min(windows, events)), savesAtRest);
    }

    /**
     * The range of the energy of an hour by the errors of the devices, in 19 of 20 cases: those of two devices are independent, and add in
     * squares, each by its share; those on one device are the same. That of a hand-over, which the user gave, has none.
     *
     * @return empty if a device is unvalidated
     */
    public Optional<Interval> interval(double events) {
        double joules = perHour(events);
        return joules == 0 ? Optional.empty() : around(joules, ofSmall() / joules, ofLarge(events) / joules);
    }

    /** How many times less the cascade takes than the large network alone: above 1 if it takes less. */
    public double saving(double events) {
        return largeAlonePerHour() / perHour(events);
    }

    /** The range of {@link #saving}: what both have of one device has the same error in both, and cancels. Empty if unvalidated. */
    public Optional<Interval> savingInterval(double events) {
        double joules = perHour(events);
        return joules == 0
                ? Optional.empty()
                : around(saving(events), -ofSmall() / joules, 1 - ofLarge(events) / joules);
    }

    /** To the first order in the logarithm of each device's error. */
    private Optional<Interval> around(double value, double weightOfSmall, double weightOfLarge) {
        if (small.reliability().factor().isEmpty()
                || large.reliability().factor().isEmpty()) {
            return Optional.empty();
        }
        double ofSmall = weightOfSmall * Math.log(small.reliability().factor().getAsDouble());
        double ofLarge = weightOfLarge * Math.log(large.reliability().factor().getAsDouble());
        double spread = Math.exp(onOneDevice() ? Math.abs(ofSmall + ofLarge) : Math.hypot(ofSmall, ofLarge));
        return Optional.of(new Interval(value / spread, value * spread));
    }
}
