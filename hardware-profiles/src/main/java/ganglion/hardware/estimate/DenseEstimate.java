package ganglion.hardware.estimate;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.dense.CallTime;
import ganglion.hardware.dense.SignalTime;
import ganglion.hardware.figure.Reliability;
import ganglion.hardware.placement.ChipFit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Estimates a decision of a dense network in whichever way the profile of the device allows. */
public final class DenseEstimate {

    private DenseEstimate() {}

    /** By the times of a processor, or by the energies of arithmetic and memory; empty if the profile has neither. */
    public static Optional<DecisionEstimate> of(
            HardwareProfile profile, DenseTask task, DecisionWork work, Surroundings surroundings) {
        boolean device = profile.conventional()
                .processor()
                .filter(processor -> processor.formats().contains(task.format()))
                .isPresent();
        if (!device && !ArithmeticEstimate.isPossibleOn(profile, task.format())) {
            return Optional.empty();
        }
        if (!task.problems().isEmpty()) {
            return Optional.of(DecisionEstimate.impossible(
                    profile,
                    task.computation(),
                    task.problems(),
                    work.periodSeconds(),
                    surroundings.reliability(profile)));
        }
        return Optional.of(
                device
                        ? ProcessorEstimate.of(profile, task, work, surroundings)
                        : ArithmeticEstimate.of(profile, task, work, surroundings));
    }

    /** Estimates a decision of a dense network on a conventional processor, which computes the front end, too. */
    static final class ProcessorEstimate {

        private ProcessorEstimate() {}

        /**
         * The estimate.
         *
         * @param profile a device with a {@link HardwareProfile.Conventional#processor processor}
         */
        public static DecisionEstimate of(
                HardwareProfile profile, DenseTask task, DecisionWork work, Surroundings surroundings) {
            int batch = profile.figures().operatingPoint().batch();
            CallTime call =
                    CallTime.of(profile.conventional().processor().orElseThrow(), task.layers(), task.format(), batch);
            SignalTime signal = SignalTime.of(profile, work.frontEndPerDecision());
            Map<Part, Double> seconds = new EnumMap<>(Part.class);
            call.seconds().ifPresent(time -> seconds.put(Part.NETWORK, time * task.passes() / batch));
            signal.seconds().ifPresent(time -> seconds.put(Part.FRONT_END, time));
            boolean known = call.seconds().isPresent() && signal.seconds().isPresent();
            double workSeconds =
                    seconds.values().stream().mapToDouble(Double::doubleValue).sum();
            List<String> missing = new ArrayList<>(call.missing());
            missing.addAll(signal.missing());
            Map<Boundary, BoundaryEnergy> energies = energies(profile, seconds, call, signal, work);
            return new DecisionEstimate(
                    profile,
                    task.computation(),
                    Optional.of(task.format()),
                    energies,
                    work.periodSeconds(),
                    known ? OptionalDouble.of(workSeconds) : OptionalDouble.empty(),
                    missing,
                    known ? Optional.of(workSeconds <= work.periodSeconds()) : Optional.empty(),
                    energies.get(Boundary.ALWAYS_ON).parts().get(Part.STATIC).joules(),
                    profile.figures()
                            .power()
                            .between()
                            .map(between -> OptionalDouble.of(between.value()))
                            .orElse(OptionalDouble.empty()),
                    call.atBest() ? extrapolated(surroundings.reliability(profile)) : surroundings.reliability(profile),
                    ChipFit.AS_IT_IS,
                    Stream.concat(task.notes().stream(), waits(call, task, batch))
                            .toList());
        }

        /** No measured network kept the processor this busy, so neither its grade nor its interval holds. */
        private static Map<Boundary, Reliability> extrapolated(Map<Boundary, Reliability> measured) {
            Map<Boundary, Reliability> found = new EnumMap<>(measured);
            found.replaceAll((boundary, reliability) ->
                    Reliability.unvalidated(reliability.lowered().grade()));
            return found;
        }

        private static Stream<String> waits(CallTime call, DenseTask task, int batch) {
            return batch == 1 || call.seconds().isEmpty()
                    ? Stream.empty()
                    : Stream.of("batches of " + batch + ": all of their decisions come after "
                            + QuantityFormat.format(call.seconds().getAsDouble() * task.passes(), Dimension.TIME)
                            + " of work on them; energy and time are the share of one");
        }

        private static Map<Boundary, BoundaryEnergy> energies(
                HardwareProfile profile,
                Map<Part, Double> seconds,
                CallTime call,
                SignalTime signal,
                DecisionWork work) {
            Map<Boundary, BoundaryEnergy> known = new PoweredWork(profile, 1, seconds, work.periodSeconds()).energies();
            return Boundary.map(boundary -> {
                BoundaryEnergy energy = known.get(boundary);
                if (call.atBest()) {
                    PartEnergy network = energy.parts()
                            .get(Part.NETWORK)
                            .remarked("Its layers are wider than those of the networks that the times of "
                                    + profile.name() + " were fitted to, so it is taken to work at its published peak:"
                                    + " time and energy are at least these, and there is no interval.");
                    energy = energy.with(Part.NETWORK, network);
                }
                if (call.seconds().isEmpty()) {
                    energy = energy.with(Part.NETWORK, PartEnergy.unknown(call.missing()));
                }
                return signal.seconds().isPresent()
                        ? energy
                        : energy.with(Part.FRONT_END, PartEnergy.unknown(signal.missing()));
            });
        }
    }
}
