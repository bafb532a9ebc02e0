package ganglion.chips;

import ganglion.hardware.chip.EnergyFigure;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Operation;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a program does.
 *
 * @param program which has run
 * @param outputs output events
 * @param lost spikes that found the queue full
 * @param until the cycle at the end of the run
 * @param last the cycle in which the chip waits with nothing left to do, or that from the end on in which it has worked on what it had begun
 */
record ProgramRun(ChipProgram program, AddressEvents outputs, AddressEvents lost, long until, long last) {

    static ProgramRun of(ChipProgram program) {
        AddressEvents outputs = new AddressEvents();
        AddressEvents lost = new AddressEvents();
        long until = program.pace().cycle(program.pace().ticks());
        long last = program.loaded().run(program.inputs(), outputs, lost, until);
        return new ProgramRun(program, outputs, lost, until, last);
    }

    boolean isDone() {
        return last < until;
    }

    BitTrueChip.Outcome outcome(Network rounded, List<SpikeRaster> inputs, HardwareProfile profile) {
        Map<String, SpikeRaster> fired = raster().rasters();
        int merged = outputs.size()
                - fired.values().stream().mapToInt(SpikeRaster::size).sum();
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
                work(profile, merged));
    }

    /** Spikes of neurons in the tick of their cycle. */
    RasterFile raster() {
        ProgramPace pace = program.pace();
        EventRaster events = new EventRaster(
                new RasterFile(pace.tickSeconds(), pace.ticks(), program.rows().silent()));
        for (int i = 0; i < outputs.size(); i++) {
            events.add(outputs.cycle(i) / pace.hertz(), outputs.address(i));
        }
        return events.merged();
    }

    private Work work(HardwareProfile profile, long merged) {
        CrossbarChip chip = program.loaded();
        ProgramPace pace = program.pace();
        return new Work(
                pace.hertz(),
                pace.cyclesPerTick(),
                last,
                isDone(),
                chip.synapticOperations(),
                chip.leakUpdates(),
                energy(profile, pace.ticks() * pace.tickSeconds()),
                program.inputs().size(),
                chip.waits(),
                chip.longestWait(),
                chip.longestLatency(),
                lost.size(),
                lost.size() == 0 ? "" : program.rows().words(lost.address(0)) + " in cycle " + lost.cycle(0),
                merged);
    }

    /** Where the profile prices a visit of a neuron; an event of time has the price of one that visits all of them. */
    private Optional<Energy> energy(HardwareProfile profile, double seconds) {
        Map<Operation, EnergyFigure> prices = profile.figures().energy();
        if (!prices.containsKey(Operation.CROSSBAR_OPERATION) || !prices.containsKey(Operation.NETWORK_STEP)) {
            return Optional.empty();
        }
        double leaks = program.loaded().leakUpdates()
                * prices.get(Operation.NETWORK_STEP).figure().value()
                / CrossbarChip.NEURONS;
        double marginal = leaks
                + program.loaded().synapticOperations()
                        * prices.get(Operation.CROSSBAR_OPERATION).figure().value();
        double idle = profile.staticPower().map(Figure::value).orElse(0.0) * seconds;
        return Optional.of(new Energy(marginal, leaks, marginal + idle));
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
