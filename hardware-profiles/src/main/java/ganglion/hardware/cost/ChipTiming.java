package ganglion.hardware.cost;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.PopulationFigures;
import ganglion.hardware.chip.TimeModel.AsynchronousEvents;
import ganglion.hardware.chip.TimeModel.BarrierTicks;
import ganglion.hardware.chip.TimeModel.DeadlineTicks;
import ganglion.hardware.chip.TimeModel.RealTimeTicks;
import ganglion.hardware.chip.TimingForm;
import ganglion.hardware.cost.Costing.CostRequest;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.latency.BarrierCurve;
import ganglion.hardware.latency.CoreTimer;
import ganglion.hardware.latency.DetailedTimer;
import ganglion.hardware.latency.OperationTimes;
import ganglion.hardware.latency.SpikeLatency;
import ganglion.hardware.latency.TickTimer;
import ganglion.hardware.latency.TickTimer.NumberTimer;
import ganglion.hardware.latency.TickTimer.QueueTimer;
import ganglion.hardware.metrics.NumberInput;
import ganglion.hardware.placement.PlacedNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;

/** Chooses how the ticks of a chip are timed, and lists the figures that are missing. For one walk. */
final class ChipTiming {

    private final PlacedNetwork placed;
    private final CostRequest request;
    private final List<NumberInput> numbers;
    private final OperationTimes times;
    private final double tickSeconds;
    private final List<String> unknown = new ArrayList<>();
    private final Histogram contended = SpikeLatency.empty();
    private final TickTimer timer;
    private boolean contention;

    /**
     * @param numbers what flows into populations as numbers
     * @param leakRow slots of a crossbar that leak in each tick
     * @param tickSeconds the scenario's tick on the chip's clock
     */
    ChipTiming(
            PlacedNetwork placed,
            CostRequest request,
            PopulationFigures figures,
            List<NumberInput> numbers,
            double leakRow,
            double tickSeconds) {
        this.placed = placed;
        this.request = request;
        this.numbers = numbers;
        this.times =
                new OperationTimes(placed, figures, request.profile().crossbarRow(placed.neuronsPerCore()), leakRow);
        this.tickSeconds = tickSeconds;
        this.timer = choose();
    }

    /** Unpublished figures that a time would need; empty if times are known. */
    List<String> unknown() {
        return unknown;
    }

    /** Undefined if {@link #unknown} is not empty. */
    TickTimer timer() {
        return timer;
    }

    /** From spike to synapse: as the timer recorded it where messages wait for one another, else without contention. */
    Histogram spikeLatency(long[] spikesByNeuron) {
        boolean known = unknown.isEmpty() && times.missing(true).isEmpty();
        if (contention || !known) {
            return contended;
        }
        return SpikeLatency.withoutContention(placed, times, spikesByNeuron);
    }

    private TickTimer choose() {
        HardwareProfile profile = request.profile();
        if (profile.cores().timeModel() instanceof BarrierTicks ticks) {
            require(missing(false));
            return withNumbers(barrierTimer(ticks));
        }
        if (profile.cores().timeModel() instanceof DeadlineTicks) {
            require(missing(false));
            return withNumbers(CoreTimer.busy(placed, times));
        }
        if (profile.cores().timeModel() instanceof AsynchronousEvents events) {
            require(missing(events.continuousNeurons()));
            requireOneChip();
            contention = true;
            return withNumbers(new QueueTimer(placed, times, tickSeconds, contended));
        }
        if (profile.cores().timeModel() instanceof RealTimeTicks ticks) {
            double shortest = ticks.shortestTick().map(figure -> figure.value()).orElse(0.0);
            double clock = Math.max(shortest, tickSeconds);
            if (!missing(false).isEmpty()) {
                return tick -> clock;
            }
            TickTimer busy = withNumbers(CoreTimer.busy(placed, times));
            return tick -> Math.max(busy.seconds(tick), clock);
        }
        throw new IllegalArgumentException("spiking execution cannot be timed by "
                + profile.cores().timeModel().name());
    }

    private TickTimer barrierTimer(BarrierTicks ticks) {
        int tiles = placed.placement().tilesUsed();
        OptionalDouble barrier = BarrierCurve.seconds(ticks, tiles);
        if (barrier.isEmpty()) {
            unknown.add("time of the barrier of " + tiles + (tiles == 1 ? " tile" : " tiles"));
        }
        requireOneChip();
        TimingForm form = request.options().form().orElse(ticks.form());
        if (form == TimingForm.DETAILED && ticks.linkBuffer().isEmpty()) {
            unknown.add("room for messages in a link of the mesh");
        }
        if (form == TimingForm.DETAILED && unknown.isEmpty()) {
            contention = true;
            int buffer = (int) ticks.linkBuffer().get().value();
            return new DetailedTimer(placed, times, barrier.getAsDouble(), buffer, contended);
        }
        return form == TimingForm.PHASES
                ? CoreTimer.phases(placed, times, barrier.orElse(0))
                : CoreTimer.simple(placed, times, barrier.orElse(0));
    }

    /** Operations whose time is needed but unknown. */
    private List<Operation> missing(boolean continuousNeurons) {
        List<Operation> missing = new ArrayList<>(times.missing(continuousNeurons));
        if (!numbers.isEmpty() && secondsOfMultiplyAccumulate().isEmpty()) {
            missing.add(Operation.MULTIPLY_ACCUMULATE);
        }
        return missing;
    }

    private Optional<Figure> secondsOfMultiplyAccumulate() {
        return Optional.ofNullable(request.profile().figures().time().get(Operation.MULTIPLY_ACCUMULATE));
    }

    private TickTimer withNumbers(TickTimer spikes) {
        return secondsOfMultiplyAccumulate()
                .filter(figure -> !numbers.isEmpty())
                .<TickTimer>map(figure -> new NumberTimer(spikes, placed, numbers, figure.value()))
                .orElse(spikes);
    }

    private void requireOneChip() {
        if (placed.placement().chips() > 1) {
            unknown.add("time of messages between chips");
        }
    }

    private void require(List<Operation> missing) {
        missing.forEach(operation -> unknown.add("time of " + operation.label()));
    }
}
