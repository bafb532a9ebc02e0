package ganglion.hardware.validation;

import ganglion.documents.quantity.Dimension;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.chip.PowerStates.State;
import ganglion.hardware.chip.Processor;
import ganglion.hardware.dense.CallTime;
import ganglion.hardware.dense.LayerWork;
import ganglion.hardware.dense.SignalTime;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.signal.SignalWork;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * One inference of a dense network on a conventional processor, with its front end if that is part of the measurement.
 *
 * @param layers layers of the network
 * @param format number format that it is computed in
 * @param batch inputs that one call computes; time and energy are shared among them
 * @param passes calls that one inference takes
 * @param frontEnd what the processor computes of the front end for one inference
 * @param period seconds from one inference to the next, where the device rests in between
 */
record InferenceWorkload(
        List<LayerWork> layers,
        NumberFormat format,
        long batch,
        long passes,
        SignalWork frontEnd,
        OptionalDouble period)
        implements PublishedWorkload {

    @Override
    public Set<Dimension> dimensions() {
        return Set.of(Dimension.ENERGY, Dimension.POWER, Dimension.TIME);
    }

    @Override
    public Set<Boundary> boundaries() {
        return period.isPresent() ? Set.of(Boundary.values()) : Set.of(Boundary.MARGINAL, Boundary.ACTIVE);
    }

    @Override
    public double estimate(HardwareProfile profile, Dimension dimension, Optional<Boundary> boundary) {
        double work = seconds(profile);
        return switch (dimension) {
            case TIME -> work;
            case POWER -> joules(profile, work, boundary.orElseThrow()) / period.orElse(work);
            default -> joules(profile, work, boundary.orElseThrow());
        };
    }

    private double seconds(HardwareProfile profile) {
        Processor processor = profile.conventional()
                .processor()
                .orElseThrow(() -> new IllegalArgumentException(profile.name() + " has no times of a processor"));
        CallTime call = CallTime.of(processor, layers, format, batch);
        SignalTime signal = SignalTime.of(profile, frontEnd);
        return passes * known(profile, call.seconds(), call.missing()) / batch
                + known(profile, signal.seconds(), signal.missing());
    }

    private static double known(HardwareProfile profile, OptionalDouble seconds, List<String> missing) {
        return seconds.orElseThrow(
                () -> new IllegalArgumentException(profile.name() + " has no " + String.join(", no ", missing)));
    }

    private double joules(HardwareProfile profile, double work, Boundary boundary) {
        double joules = work * draw(State.RUN).watts(profile, boundary);
        if (period.isPresent() && boundary != Boundary.MARGINAL) {
            State rest = boundary == Boundary.ALWAYS_ON ? State.IDLE : State.SLEEP;
            joules += (period.getAsDouble() - work) * draw(rest).watts(profile, boundary);
        }
        return joules;
    }

    private static Draw draw(State state) {
        return new Draw(1, Optional.of(state), Map.of());
    }
}
