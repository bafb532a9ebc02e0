package ganglion.hardware.validation;

import ganglion.documents.quantity.Dimension;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.HardwareProfile.InputOutput;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.PowerStates.State;
import ganglion.hardware.chip.Processor;
import ganglion.hardware.chip.TimeModel.BarrierTicks;
import ganglion.hardware.dense.CallTime;
import ganglion.hardware.dense.DenseLayers.LayerWork;
import ganglion.hardware.dense.SignalTime;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.signal.SignalWork;
import ganglion.hardware.validation.PublishedWorkload.Draw;
import ganglion.hardware.validation.PublishedWorkload.OperationWorkload;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/** A published workload, which together with a profile gives an estimate. */
sealed interface PublishedWorkload {

    /** What can be estimated: energies, powers, times. */
    Set<Dimension> dimensions();

    /** Whether power alone is compared: an energy over a duration that was measured, too, or the power at work. */
    default boolean takesTime() {
        return false;
    }

    /** Whether the estimate is what chips draw at rest, and nothing of what a network does. */
    default boolean isOfRest() {
        return false;
    }

    /** The boundaries that an energy or a power of this workload can have. */
    default Set<Boundary> boundaries() {
        return Set.of(Boundary.values());
    }

    /**
     * The estimate in the base unit of a dimension.
     *
     * @param boundary of an energy or a power; empty for a time
     * @throws IllegalArgumentException if the profile lacks a figure that the estimate needs
     */
    double estimate(HardwareProfile profile, Dimension dimension, Optional<Boundary> boundary);

    /**
     * What chips draw while operations are done at given rates: the power of their state, and a figure for each operation. For
     * workloads of which a publication gives rates and not the network.
     *
     * @param chips number of chips
     * @param state state that the chips are in; if empty, {@code run} where the profile has it, and else {@code idle}, on which
     *     operations come on top
     * @param cores cores that a network runs on, for profiles that know what one adds
     * @param rates operations per second
     */
    record Draw(int chips, Optional<State> state, int cores, Map<Operation, Double> rates) {

        /**
         * Power in watts; a marginal one is what is above idle.
         *
         * @throws IllegalArgumentException if the profile lacks a power, or the energy of an operation
         */
        double watts(HardwareProfile profile, Boundary boundary) {
            double watts = chips * base(profile, boundary)
                    + cores
                            * profile.figures()
                                    .power()
                                    .core()
                                    .map(Figure::value)
                                    .orElse(0.0);
            for (Map.Entry<Operation, Double> rate : rates.entrySet()) {
                watts += rate.getValue() * energy(profile, rate.getKey());
            }
            return watts;
        }

        /** Whether no core and no operation adds to the power of chips that are not at work. */
        boolean isOfRest() {
            return cores == 0
                    && rates.isEmpty()
                    && state.filter(State.RUN::equals).isEmpty();
        }

        private double base(HardwareProfile profile, Boundary boundary) {
            State found = state.orElse(profile.figures().power().run().isPresent() ? State.RUN : State.IDLE);
            if (boundary != Boundary.MARGINAL) {
                return power(profile, found);
            }
            return found == State.IDLE ? 0 : power(profile, found) - rest(profile);
        }

        private static double power(HardwareProfile profile, State state) {
            return profile.figures()
                    .power()
                    .of(state)
                    .map(Figure::value)
                    .orElseThrow(() -> new IllegalArgumentException(
                            profile.name() + " has no power in the state " + state.word()));
        }

        /** What the chip draws anyway: idle, or asleep where idle is not known. */
        private static double rest(HardwareProfile profile) {
            boolean idleIsKnown = profile.figures().power().idle().isPresent();
            return power(profile, idleIsKnown ? State.IDLE : State.SLEEP);
        }

        /** Joules of an operation, which the profile must have. */
        static double energy(HardwareProfile profile, Operation operation) {
            if (!profile.figures().energy().containsKey(operation)) {
                throw new IllegalArgumentException(profile.name() + " has no energy of " + operation.label());
            }
            return profile.figures().energy().get(operation).figure().value();
        }
    }

    /**
     * The power of chips at work, divided by the rate of an event.
     *
     * @param perSecond events per second
     */
    record EventWorkload(Draw draw, double perSecond) implements PublishedWorkload {

        @Override
        public Set<Dimension> dimensions() {
            return Set.of(Dimension.ENERGY);
        }

        @Override
        public double estimate(HardwareProfile profile, Dimension dimension, Optional<Boundary> boundary) {
            return draw.watts(profile, boundary.orElseThrow()) / perSecond;
        }
    }

    /** The power of chips at work. */
    record PowerWorkload(Draw draw) implements PublishedWorkload {

        @Override
        public Set<Dimension> dimensions() {
            return Set.of(Dimension.POWER);
        }

        @Override
        public boolean takesTime() {
            return draw.state().filter(State.RUN::equals).isPresent();
        }

        @Override
        public boolean isOfRest() {
            return draw.isOfRest();
        }

        @Override
        public double estimate(HardwareProfile profile, Dimension dimension, Optional<Boundary> boundary) {
            return draw.watts(profile, boundary.orElseThrow());
        }
    }

    /**
     * Numbers of operations: their energies, without the power that the chip draws anyway; or, on a machine that simulates the
     * ticks of a spiking network as fast as it can, the power at work for their times one after another and a barrier each tick.
     *
     * @param counts numbers of operations
     * @param ticks ticks that a machine simulates; absent where operations are priced
     */
    record OperationWorkload(Map<Operation, Long> counts, OptionalLong ticks) implements PublishedWorkload {

        @Override
        public Set<Dimension> dimensions() {
            return ticks.isPresent() ? Set.of(Dimension.ENERGY, Dimension.TIME) : Set.of(Dimension.ENERGY);
        }

        @Override
        public Set<Boundary> boundaries() {
            return ticks.isPresent() ? Set.of(Boundary.MARGINAL, Boundary.ACTIVE) : Set.of(Boundary.MARGINAL);
        }

        @Override
        public double estimate(HardwareProfile profile, Dimension dimension, Optional<Boundary> boundary) {
            if (ticks.isEmpty()) {
                return joules(profile, counts);
            }
            Draw running = new Draw(1, Optional.of(State.RUN), 0, Map.of());
            return dimension == Dimension.TIME
                    ? seconds(profile)
                    : seconds(profile) * running.watts(profile, boundary.orElseThrow());
        }

        /** Joules of numbers of operations, whose energies the profile must have. */
        static double joules(HardwareProfile profile, Map<Operation, Long> counts) {
            double joules = 0;
            for (Map.Entry<Operation, Long> count : counts.entrySet()) {
                joules += count.getValue() * Draw.energy(profile, count.getKey());
            }
            return joules;
        }

        private double seconds(HardwareProfile profile) {
            double seconds = ticks.orElseThrow() * barrier(profile);
            for (Map.Entry<Operation, Long> count : counts.entrySet()) {
                Figure time = profile.figures().time().get(count.getKey());
                if (time == null) {
                    throw new IllegalArgumentException(
                            profile.name() + " has no time of " + count.getKey().label());
                }
                seconds += count.getValue() * time.value();
            }
            return seconds;
        }

        private static double barrier(HardwareProfile profile) {
            return profile.cores().timeModel() instanceof BarrierTicks model
                            && !model.barrier().isEmpty()
                    ? model.barrier().get(0).time().value()
                    : 0;
        }
    }

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

        @Override
        public boolean takesTime() {
            return seconds > 0;
        }

        @Override
        public boolean isOfRest() {
            return draw.isOfRest() && counts.isEmpty() && !inputOutput;
        }

        private double time(HardwareProfile profile) {
            return seconds + inputOutputTime(profile);
        }

        private double joules(HardwareProfile profile, Boundary boundary) {
            double joules = draw.watts(profile, boundary) * time(profile) + OperationWorkload.joules(profile, counts);
            if (inputOutput) {
                InputOutput figures = figures(profile);
                joules +=
                        value(figures.power()) * inputOutputTime(profile) + decisions * value(figures.decisionEnergy());
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
            return new Draw(1, Optional.of(state), 0, Map.of());
        }
    }
}
