package ganglion.hardware.cost;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.hardware.chip.Execution;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.TimeModel;
import ganglion.hardware.chip.TimeModel.AsynchronousEvents;
import ganglion.hardware.chip.TimeModel.BarrierTicks;
import ganglion.hardware.chip.TimeModel.DeadlineTicks;
import ganglion.hardware.chip.TimeModel.RealTimeTicks;
import ganglion.hardware.chip.TimeModel.SerialTicks;
import ganglion.hardware.chip.TimingForm;
import ganglion.hardware.cost.Costing.CostRequest;
import ganglion.hardware.figure.Figure.FigureKind;
import ganglion.hardware.placement.PlacementStrategy;
import ganglion.hardware.placement.PlacementSummary;
import ganglion.kernel.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The assumptions behind a result, as sentences for a report. */
final class CostNotes {

    private final CostRequest request;
    private final HardwareProfile profile;
    private final List<String> notes = new ArrayList<>();

    private CostNotes(CostRequest request) {
        this.request = request;
        this.profile = request.profile();
    }

    static List<String> of(
            CostRequest request,
            PlacementSummary placement,
            EnergyModel energies,
            TickSeries series,
            Clock clock,
            long ticks,
            List<String> assumed) {
        CostNotes notes = new CostNotes(request);
        notes.addBoundary();
        if (request.profile().cores().execution() == Execution.SPIKING) {
            notes.addSpiking(placement, energies, assumed);
        } else {
            notes.notes.add("The equivalent dense network runs in every tick: one multiply-accumulate for each pair of "
                    + "source and target of a projection, and one for the decay of each neuron.");
        }
        notes.addUnpriced(energies, series);
        notes.addTime(clock, ticks, series.times().late() > 0);
        notes.addEvidence(energies);
        return notes.notes;
    }

    private void addBoundary() {
        notes.add("Includes " + profile.boundary().includes() + ". Leaves out "
                + profile.boundary().excludes() + ".");
    }

    private void addSpiking(PlacementSummary placement, EnergyModel energies, List<String> assumed) {
        notes.add(PlacementWords.of(request.options().placement()));
        if (!placement.fit().changes().isEmpty()) {
            notes.add("The chip would compute another network: "
                    + String.join("; ", placement.fit().changes())
                    + (request.counted().isEmpty() ? ". The costs are those of the recorded spikes." : "."));
        }
        if (!placement.fit().unknown().isEmpty()) {
            notes.add("Not known of the chip: "
                    + String.join(", ", placement.fit().unknown()) + ".");
        }
        if (placement.copies() > 0) {
            notes.add("Of neurons that reach several cores there are " + placement.copies()
                    + " copies, for which there is room but no work is counted.");
        }
        notes.add(
                request.options().activeByState()
                        ? "A neuron counts as active in a tick in which an input reaches it, it fires, it has a bias"
                                + " or its membrane is away from zero, and as idle otherwise."
                        : "A neuron counts as active in a tick in which an input reaches it or it fires, and as idle"
                                + " otherwise.");
        if (placement.coresPerChip() > 1) {
            notes.add("A spike is sent once to each core that holds a target, along columns first and then rows.");
        }
        notes.addAll(assumed);
        Map<Operation, List<String>> covered = new TreeMap<>();
        energies.coveredBy()
                .forEach((operation, by) ->
                        covered.computeIfAbsent(by, o -> new ArrayList<>()).add(operation.label()));
        covered.forEach((by, labels) ->
                notes.add("The energy of " + by.label() + " holds that of " + String.join(", ", labels) + "."));
    }

    private void addUnpriced(EnergyModel energies, TickSeries series) {
        String unpriced =
                energies.unpriced(series::total).stream().map(Operation::label).collect(Collectors.joining(", "));
        if (!unpriced.isEmpty()) {
            notes.add("There is no figure of their own for " + unpriced + ": the total holds nothing for them.");
        }
    }

    private void addTime(Clock clock, long ticks, boolean behind) {
        String length = QuantityFormat.format(SpikingRun.chipTickSeconds(clock, profile) * ticks, Dimension.TIME);
        if (profile.isAllIn()) {
            notes.add("Static power is within the energy of an operation, which holds at full load only.");
        } else if (profile.boundary().countsStaticPower()) {
            notes.add("The chip " + (behind ? "falls behind" : "keeps pace with")
                    + " the scenario: static power is charged for its " + length
                    + (profile.cores().speedUp().isPresent() ? " at the chip's speed" : "")
                    + ", or longer where ticks take longer.");
        }
        if (request.counted().isEmpty()) {
            TimeWords.of(profile.cores().timeModel(), request.options().form()).ifPresent(notes::add);
        }
    }

    private void addEvidence(EnergyModel energies) {
        String weak = energies.counted().stream()
                .filter(operation -> operation.energy().figure().kind() == FigureKind.ASSUMED)
                .map(operation -> operation.label() + " ("
                        + operation.energy().figure().kind().word() + ")")
                .collect(Collectors.joining(", "));
        if (!weak.isEmpty()) {
            notes.add("Rests on weak evidence for " + weak + ".");
        }
    }

    /** A placement strategy as a sentence for a report. */
    static final class PlacementWords {

        private static final String INPUTS = " Inputs are not placed: their spikes enter at the south-western tile.";

        private PlacementWords() {}

        public static String of(PlacementStrategy strategy) {
            if (strategy instanceof PlacementStrategy.ByHand) {
                return "Neurons are placed by hand. Inputs that are not placed enter at the south-western tile.";
            }
            if (strategy instanceof PlacementStrategy.Spread) {
                return "Populations are spread over the cores." + INPUTS;
            }
            if (strategy instanceof PlacementStrategy.InOrder) {
                return "Populations are placed in order." + INPUTS;
            }
            throw new IllegalArgumentException("there is no sentence for " + strategy);
        }
    }

    /** A time model as a sentence for a report. */
    static final class TimeWords {

        private TimeWords() {}

        /** The sentence; nothing if there is nothing to say. */
        public static Optional<String> of(TimeModel model, Optional<TimingForm> form) {
            if (model instanceof BarrierTicks ticks) {
                return Optional.of(barrier(form.orElse(ticks.form())) + (ticks.stepped() ? STEPPED : LINEAR));
            }
            if (model instanceof RealTimeTicks) {
                return Optional.of("The chip's tick is the scenario's: a result is there when its tick is over.");
            }
            if (model instanceof DeadlineTicks) {
                return Optional.of(
                        "Each core does the work of a tick operation after operation; what takes longer than the"
                                + " scenario's tick has missed its deadline.");
            }
            if (model instanceof AsynchronousEvents) {
                return Optional.of(
                        "The spikes of a tick set out at its beginning; a message waits until its core has served"
                                + " those before it.");
            }
            if (model instanceof SerialTicks) {
                return Optional.empty();
            }
            throw new IllegalArgumentException("there is no sentence for " + model.name());
        }

        private static final String LINEAR = "; the barrier is linear between the tile counts it is published for.";
        private static final String STEPPED =
                "; the barrier takes what is published for the next smaller number of tiles.";

        private static String barrier(TimingForm form) {
            return switch (form) {
                case PHASES ->
                    "A tick takes the slowest core's updates, the longest path, the slowest core's synaptic"
                            + " operations and the barrier, one after the other; contention on the mesh is left out";
                case SIMPLE ->
                    "A tick takes the slowest core, sending or receiving, and the barrier; the network is left out";
                case DETAILED ->
                    "A tick takes until the last message is sent and processed, with contention for links and"
                            + " cores, and the barrier";
            };
        }
    }
}
