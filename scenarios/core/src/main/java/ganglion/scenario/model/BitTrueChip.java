package ganglion.scenario.model;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.cost.CountedWork;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.library.ProfileReference;
import ganglion.hardware.precision.QuantisedNetwork;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** A chip that is computed bit by bit and cycle by cycle. The module of one names it for {@link ServiceLoader}. */
public interface BitTrueChip {

    /** Name of the chip's profile. */
    String profile();

    /** A network that fires the same spikes, in units of which the chip's rounding loses least. */
    Network inOwnUnits(Network given);

    /**
     * Runs a network from the chip's reset.
     *
     * @param rounded the network in the chip's bits
     * @param inputs spikes of each population, of which those of inputs are used; none are needed for 0 ticks
     * @param ticks how long; 0 only finds out whether the network fits
     * @param tickSeconds length of a tick
     * @param profile the chip's, at a clock
     * @throws UnfitException if the network exceeds the chip
     */
    Outcome run(
            QuantisedNetwork rounded, List<SpikeRaster> inputs, long ticks, double tickSeconds, HardwareProfile profile)
            throws UnfitException;

    /** All that are installed. */
    static List<BitTrueChip> all() {
        return ServiceLoader.load(BitTrueChip.class, BitTrueChip.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /** That of a profile that has a clock. */
    static Optional<BitTrueChip> of(HardwareProfile profile) {
        String name = ProfileReference.profileOf(profile.name());
        boolean clocked = profile.figures().operatingPoint().clockHertz().isPresent();
        return all().stream()
                .filter(chip -> clocked && chip.profile().equals(name))
                .findFirst();
    }

    /**
     * What a run comes to.
     *
     * @param result spikes in the tick of their cycle; no potentials
     * @param work how the chip keeps up
     * @param counted what it does in each tick
     */
    record Outcome(SimulationResult result, Work work, CountedWork counted) {}

    /**
     * The energy of a run in joules, within the boundary of the profile.
     *
     * @param marginal {@link Boundary#MARGINAL}
     * @param assumed the part of it whose figure is assumed: of leaks
     * @param alwaysOn {@link Boundary#ALWAYS_ON}
     */
    record Energy(double marginal, double assumed, double alwaysOn) {

        @Override
        public String toString() {
            return "its energy is " + joules(marginal) + " " + Boundary.MARGINAL.label()
                    + (assumed > 0 ? ", of which " + joules(assumed) + ", those of leaks, are assumed," : "") + " and "
                    + joules(alwaysOn) + " " + Boundary.ALWAYS_ON.label();
        }

        private static String joules(double energy) {
            return QuantityFormat.format(energy, Dimension.ENERGY);
        }
    }

    /**
     * The work of a run.
     *
     * @param hertz the clock
     * @param cyclesPerTick more than 0
     * @param cycles until the last work is done, or until the end of the run
     * @param done whether nothing is left to do at the end of the run
     * @param synapticOperations neurons that a weight was added to, 0 included
     * @param leaks neurons that leaked, each as often as it did
     * @param energy empty if the chip was never measured
     * @param inputs spikes of inputs
     * @param inputsWaiting those of them that the chip takes later than they come
     * @param leakEvents events of time at which all neurons leak
     * @param leakEventsWaiting those of them that the chip takes later than they come
     * @param untaken inputs and events of time that are not taken when the run ends
     * @param lateTicks ticks with an input whose work is not done within a tick
     * @param longestWait in cycles, of those that are taken
     * @param longestLatency from an input event to the last output that it sets off, in cycles
     * @param lost spikes that find the queue full, and do not reach other neurons
     * @param firstLost whose and when; empty if none is lost
     * @param merged spikes of a neuron that are one with another in the same tick of the run
     */
    record Work(
            double hertz,
            double cyclesPerTick,
            long cycles,
            boolean done,
            long synapticOperations,
            long leaks,
            Optional<Energy> energy,
            long inputs,
            long inputsWaiting,
            long leakEvents,
            long leakEventsWaiting,
            long untaken,
            long lateTicks,
            long longestWait,
            long longestLatency,
            long lost,
            String firstLost,
            long merged) {

        /** The same in sentences. */
        public List<String> sentences() {
            List<String> sentences = new ArrayList<>();
            sentences.add("The chip does " + QuantityFormat.count(synapticOperations, "synaptic operation") + " and "
                    + QuantityFormat.count(leaks, "leak") + " in "
                    + time(cycles) + "; "
                    + energy.map(Energy::toString).orElse("its energy is unknown, since no chip was measured") + ".");
            sentences.add("From an input to the last output that it sets off: at most " + time(longestLatency) + ".");
            sentences.add(QuantityFormat.count(inputsWaiting) + " of " + QuantityFormat.count(inputs, "input spike")
                    + (leakEvents == 0
                            ? ""
                            : " and " + QuantityFormat.count(leakEventsWaiting) + " of "
                                    + QuantityFormat.count(leakEvents, "event") + " of leak")
                    + " wait" + (longestWait == 0 ? "" : ", at most " + time(longestWait)) + "."
                    + (lateTicks > 0
                            ? " The chip falls behind: a tick has "
                                    + QuantityFormat.count(Math.round(cyclesPerTick), "cycle") + ", the work of "
                                    + QuantityFormat.count(lateTicks, "tick") + " takes longer."
                            : ""));
            if (!done) {
                sentences.add("The chip is not done when the run ends: "
                        + (untaken == 0 ? "" : "it takes " + taken() + ", and ")
                        + "what it would do later is left out.");
            }
            sentences.add(
                    lost == 0
                            ? "No spike is lost."
                            : QuantityFormat.count(lost, "spike")
                                    + " found the queue full and did not reach other neurons, the first of " + firstLost
                                    + ".");
            if (merged > 0) {
                sentences.add(QuantityFormat.count(merged, "spike")
                        + " left out, of neurons that fire more than once in a tick: a tick of the run has one.");
            }
            return sentences;
        }

        /** What the work is of: {@code 5 of 1 121 input events}. */
        public String taken() {
            long all = inputs + leakEvents;
            return QuantityFormat.count(all - untaken) + " of " + QuantityFormat.count(all, "input event");
        }

        private String time(long count) {
            return QuantityFormat.count(count, "cycle") + " (" + QuantityFormat.format(count / hertz, Dimension.TIME)
                    + ")";
        }
    }

    /** Says which limits of the chip a network exceeds. */
    final class UnfitException extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient List<String> reasons;

        /** @param reasons one for each limit, with what was found and expected */
        public UnfitException(List<String> reasons) {
            super(String.join("; ", reasons));
            this.reasons = List.copyOf(reasons);
        }

        /** One for each limit. */
        public List<String> reasons() {
            return reasons;
        }
    }
}
