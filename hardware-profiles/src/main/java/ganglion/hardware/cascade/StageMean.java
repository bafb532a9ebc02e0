package ganglion.hardware.cascade;

import ganglion.hardware.figure.Reliability;
import java.util.Optional;

/** What a network takes on a device, in the mean over its decisions. */
public final class StageMean {

    /** Why a stage whose energies hold less than rest cannot be split into rest and decisions. */
    public static final String LESS_THAN_REST = "its energy does not say what it takes at rest";

    /** Energies are sums of many terms: what is left of a decision may be below zero by their rounding. */
    private static final double ROUNDING = 1e-9;

    private final double restWatts;
    private double joules;
    private double periodSeconds;
    private double workSeconds;
    private int decisions;

    /** @param restWatts power at rest, that of the first decision */
    public StageMean(double restWatts) {
        this.restWatts = restWatts;
    }

    /**
     * Adds decisions that take the same.
     *
     * @param decision without a {@link StageDecision#refusal()}
     * @param count how many there were
     */
    public void add(StageDecision decision, int count) {
        joules += count * decision.joules().orElseThrow();
        periodSeconds += count * decision.periodSeconds();
        workSeconds += count * decision.workSeconds().orElseThrow();
        decisions += count;
    }

    /** Time from one decision to the next. */
    public double periodSeconds() {
        return periodSeconds / decisions;
    }

    /**
     * The power of the stage; empty if a decision takes less than rest.
     *
     * @throws IllegalArgumentException if a figure is negative or not finite
     */
    public Optional<StagePower> power(String device, Reliability reliability) {
        double mean = joules / decisions;
        double resting = restWatts * periodSeconds();
        return mean < resting * (1 - ROUNDING)
                ? Optional.empty()
                : Optional.of(new StagePower(
                        device, restWatts, Math.max(0, mean - resting), workSeconds / decisions, reliability));
    }
}
