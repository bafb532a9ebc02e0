package ganglion.hardware.estimate;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.PowerStates;
import ganglion.hardware.figure.Figure;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The energies of a device whose power is known as a whole, state by state: it works on each part for a time, one part after
 * the other, and rests for what is left of a period.
 */
final class PoweredWork {

    /** Ticks that a clock keeps add up to a period only up to rounding. */
    private static final double ROUNDING = 1e-9;

    private final HardwareProfile profile;
    private final PowerStates power;
    private final int devices;
    private final Map<Part, Double> seconds;
    private final double workSeconds;
    private final double periodSeconds;

    /**
     * @param devices how many of them do the same at the same time
     * @param seconds time of work by part
     */
    PoweredWork(HardwareProfile profile, int devices, Map<Part, Double> seconds, double periodSeconds) {
        this.profile = profile;
        this.power = profile.figures().power();
        this.devices = devices;
        this.seconds = seconds;
        this.workSeconds =
                seconds.values().stream().mapToDouble(Double::doubleValue).sum();
        this.periodSeconds = Math.max(periodSeconds, workSeconds);
    }

    Map<Boundary, BoundaryEnergy> energies() {
        return BoundaryEnergy.each(this::parts);
    }

    private Map<Part, PartEnergy> parts(Boundary boundary) {
        Map<Part, PartEnergy> parts = new EnumMap<>(Part.class);
        seconds.forEach((part, time) -> parts.put(part, working(boundary, time)));
        if (boundary != Boundary.MARGINAL) {
            parts.put(Part.STATIC, resting(boundary));
        }
        return parts;
    }

    /** What work adds to idling; all that it draws where idling is not known. */
    private PartEnergy working(Boundary boundary, double time) {
        if (time == 0) {
            return PartEnergy.NONE;
        }
        if (power.run().isEmpty()) {
            return missing("power at work");
        }
        double run = power.run().get().value();
        if (boundary == Boundary.ACTIVE && power.idle().isEmpty()) {
            return PartEnergy.of(devices * run * time, "static power within it");
        }
        return power.runAboveIdle().isPresent()
                ? PartEnergy.of(devices * power.runAboveIdle().getAsDouble() * time)
                : missing("power at rest, idle or asleep,");
    }

    private PartEnergy resting(Boundary boundary) {
        double rest = periodSeconds - workSeconds;
        Optional<Figure> idle = power.idle();
        if (boundary == Boundary.ALWAYS_ON) {
            return idle.map(figure -> PartEnergy.of(devices * figure.value() * periodSeconds))
                    .orElseGet(() -> missing("idle power"));
        }
        double whileWorking = idle.map(Figure::value).orElse(0.0) * workSeconds * devices;
        if (rest <= ROUNDING * periodSeconds) {
            return PartEnergy.of(whileWorking, idle.isPresent() ? "" : "within the power at work");
        }
        return power.between()
                .map(figure -> PartEnergy.of(
                        whileWorking + devices * figure.value() * rest,
                        power.sleep().isPresent() ? "" : "idle between decisions: it has no known sleep"))
                .orElseGet(() -> missing("power between decisions, asleep or idle,"));
    }

    private PartEnergy missing(String figure) {
        return PartEnergy.unknown(List.of(figure + " of " + profile.name() + ": no source is known"));
    }
}
