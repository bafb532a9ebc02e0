package ganglion.chips;

import ganglion.documents.quantity.QuantityFormat;
import ganglion.hardware.chip.EnergyFigure;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.cost.CountedWork;
import ganglion.hardware.figure.Figure;
import ganglion.kernel.ActivityCounts;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.odin.AddressEvents;
import ganglion.odin.CrossbarChip;
import ganglion.scenario.data.RasterFile;
import ganglion.scenario.model.BitTrueChip;
import ganglion.scenario.model.BitTrueChip.Energy;
import ganglion.scenario.model.BitTrueChip.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a program does.
 *
 * @param program which has run
 * @param outputs output events
 * @param lost spikes that found the queue full
 * @param until the cycle at the end of the run
 * @param last the cycle in which the chip waits with nothing left to do, or that from the end on in which it has worked on what it had begun
 * @param meter what it does in each tick
 */
record ProgramRun(
        ChipProgram program, AddressEvents outputs, AddressEvents lost, long until, long last, TickMeter meter) {

    static ProgramRun of(ChipProgram program) {
        AddressEvents outputs = new AddressEvents();
        AddressEvents lost = new AddressEvents();
        long until = program.pace().cycle(program.pace().ticks());
        TickMeter meter = new TickMeter(program);
        program.loaded().setMeter(meter);
        long last = program.loaded().run(program.inputs(), outputs, lost, until);
        return new ProgramRun(program, outputs, lost, until, last, meter);
    }

    boolean isDone() {
        return last < until;
    }

    /** Output events before the end of the run. Those that follow are of work that it had begun. */
    int within() {
        int count = outputs.size();
        while (count > 0 && outputs.cycle(count - 1) >= until) {
            count--;
        }
        return count;
    }

    BitTrueChip.Outcome outcome(Network rounded, List<SpikeRaster> inputs, HardwareProfile profile) {
        Map<String, SpikeRaster> fired = raster().rasters();
        int merged =
                within() - fired.values().stream().mapToInt(SpikeRaster::size).sum();
        List<SpikeRaster> spikes = new ArrayList<>();
        for (Population population : rounded.populations()) {
            SpikeRaster own = fired.get(population.name());
            spikes.add(
                    own != null
                            ? own
                            : inputs.isEmpty() ? SpikeRaster.empty(population.size()) : inputs.get(spikes.size()));
        }
        ActivityCounts activity = new ActivityCounts(
                spikes.stream().mapToLong(SpikeRaster::size).sum(),
                synapticEvents(rounded, spikes),
                program.loaded().synapticOperations() + program.loaded().leakUpdates());
        return new BitTrueChip.Outcome(
                new SimulationResult(rounded, program.pace().ticks(), spikes, activity, List.of()),
                work(profile, merged),
                meter.counted());
    }

    /** Spikes of neurons in the tick of their cycle. */
    RasterFile raster() {
        ProgramPace pace = program.pace();
        EventRaster events = new EventRaster(
                new RasterFile(pace.tickSeconds(), pace.ticks(), program.rows().silent()));
        for (int i = 0; i < within(); i++) {
            events.add(outputs.cycle(i) / pace.hertz(), outputs.address(i));
        }
        return events.merged();
    }

    private Work work(HardwareProfile profile, long merged) {
        CrossbarChip chip = program.loaded();
        ProgramPace pace = program.pace();
        AddressEvents inputs = program.inputs();
        int leakAll = program.chip().layout().leakAll();
        long leakEvents = IntStream.range(0, inputs.size())
                .filter(i -> inputs.address(i) == leakAll)
                .count();
        return new Work(
                pace.hertz(),
                pace.cyclesPerTick(),
                last,
                isDone(),
                chip.synapticOperations(),
                chip.leakUpdates(),
                energy(profile, pace.ticks() * pace.tickSeconds()),
                inputs.size() - leakEvents,
                meter.inputsWaiting,
                leakEvents,
                meter.leakEventsWaiting,
                inputs.size() - chip.taken(),
                meter.counted().lateTicks(),
                chip.longestWait(),
                chip.longestLatency(),
                lost.size(),
                lost.size() == 0
                        ? ""
                        : program.rows().words(lost.address(0)) + " in cycle " + QuantityFormat.count(lost.cycle(0)),
                merged);
    }

    /** Where the profile prices a visit of a neuron, by a spike and by an event of time. */
    private Optional<Energy> energy(HardwareProfile profile, double seconds) {
        Map<Operation, EnergyFigure> prices = profile.figures().energy();
        if (!prices.containsKey(Operation.CROSSBAR_OPERATION) || !prices.containsKey(Operation.LEAK)) {
            return Optional.empty();
        }
        double leaks = program.loaded().leakUpdates()
                * prices.get(Operation.LEAK).figure().value();
        double marginal = leaks
                + program.loaded().synapticOperations()
                        * prices.get(Operation.CROSSBAR_OPERATION).figure().value();
        double idle = profile.staticPower().map(Figure::value).orElse(0.0) * seconds;
        return Optional.of(new Energy(marginal, leaks, marginal + idle));
    }

    /** Counts the work by the tick in which it begins. */
    static final class TickMeter implements CrossbarChip.Meter {

        private final CrossbarChip chip;
        private final AddressEvents inputs;
        private final ProgramPace pace;
        private final long end;
        private final int[] visits;
        private final int[] leaks;
        private final double[] seconds;
        private final long[] longest;
        private long lastGiven;
        private long visited;
        private long leaked;
        private long inputsWaiting;
        private long leakEventsWaiting;

        TickMeter(ChipProgram program) {
            chip = program.loaded();
            inputs = program.inputs();
            pace = program.pace();
            end = pace.cycle(pace.ticks());
            int ticks = Math.toIntExact(pace.ticks());
            visits = new int[ticks];
            leaks = new int[ticks];
            seconds = new double[ticks];
            longest = new long[ticks];
        }

        @Override
        public void worked(long given, long waited, long from, long until) {
            int tick = tick(from);
            if (waited > 0 && chip.leakUpdates() > leaked) {
                leakEventsWaiting++;
            } else if (waited > 0) {
                inputsWaiting++;
            }
            visits[tick] += (int) (chip.synapticOperations() - visited);
            leaks[tick] += (int) (chip.leakUpdates() - leaked);
            visited = chip.synapticOperations();
            leaked = chip.leakUpdates();
            seconds[tick] += (Math.min(until, end) - from) / pace.hertz();
            int origin = tick(given);
            longest[origin] = Math.max(longest[origin], until - given);
            lastGiven = given;
        }

        /** The last one for what is given behind the end, in a run that is shorter than a cycle. */
        private int tick(long cycle) {
            return (int) Math.min(longest.length - 1, pace.tick(cycle));
        }

        private void leaveOpen(long given, boolean[] open) {
            int tick = tick(given);
            open[tick] = true;
            longest[tick] = Math.max(longest[tick], end - given);
        }

        CountedWork counted() {
            boolean[] open = new boolean[longest.length];
            if (chip.queued() > 0) {
                leaveOpen(lastGiven, open);
            }
            for (int i = chip.taken(); i < inputs.size(); i++) {
                leaveOpen(inputs.cycle(i), open);
            }
            long late = IntStream.range(0, open.length)
                    .filter(tick -> open[tick] || longest[tick] > pace.cyclesPerTick())
                    .count();
            double[] latencies = Arrays.stream(longest)
                    .mapToDouble(cycles -> cycles / pace.hertz())
                    .toArray();
            return new CountedWork(
                    Map.of(Operation.CROSSBAR_OPERATION, visits, Operation.LEAK, leaks), seconds, latencies, late);
        }
    }

    private static long synapticEvents(Network network, List<SpikeRaster> spikes) {
        long events = 0;
        for (Projection projection : network.projections()) {
            SpikeRaster raster = spikes.get(network.index(projection.source()));
            for (int i = 0; i < raster.size(); i++) {
                events += projection.synapses().outDegree(raster.neuron(i));
            }
        }
        return events;
    }
}
