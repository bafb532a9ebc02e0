package ganglion.hardware.validation;

import ganglion.documents.quantity.Dimension;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.InputOutput;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.figure.Figure;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Chips that work for a time. The time is power's; input and output add theirs to it where they are in the loop.
 *
 * @param draw what the chips draw meanwhile
 * @param counts operations that are done in the time, whatever it is
 * @param seconds given time
 * @param ticks ticks in it, for the input and output of each
 * @param decisions decisions in it, for the input and output of each
 * @param inputOutput whether the profile's figures of input and output are added
 */
record TimedWorkload(
        Draw draw, Map<Operation, Long> counts, double seconds, long ticks, long decisions, boolean inputOutput)
        implements PublishedWorkload {

    @Override
    public Set<Dimension> dimensions() {
        return Set.of(Dimension.ENERGY, Dimension.POWER, Dimension.TIME);
    }

    @Override
    public double estimate(HardwareProfile profile, Dimension dimension, Optional<Boundary> boundary) {
        return switch (dimension) {
            case TIME -> time(profile);
            case POWER -> joules(profile, boundary.orElseThrow()) / time(profile);
            default -> joules(profile, boundary.orElseThrow());
        };
    }

    private double time(HardwareProfile profile) {
        return seconds + inputOutputTime(profile);
    }

    private double joules(HardwareProfile profile, Boundary boundary) {
        double joules = draw.watts(profile, boundary) * time(profile) + OperationWorkload.joules(profile, counts);
        if (inputOutput) {
            InputOutput figures = figures(profile);
            joules += value(figures.power()) * inputOutputTime(profile) + decisions * value(figures.decisionEnergy());
        }
        return joules;
    }

    private double inputOutputTime(HardwareProfile profile) {
        if (!inputOutput) {
            return 0;
        }
        InputOutput figures = figures(profile);
        return ticks * value(figures.tickTime()) + decisions * value(figures.decisionTime());
    }

    private static InputOutput figures(HardwareProfile profile) {
        return profile.surroundings()
                .inputOutput()
                .orElseThrow(
                        () -> new IllegalArgumentException(profile.name() + " has no figures of input and output"));
    }

    private static double value(Optional<Figure> figure) {
        return figure.map(Figure::value).orElse(0.0);
    }
}
