package ganglion.chips;

import ganglion.hardware.chip.EnergyFigure;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.figure.Figure;
import ganglion.kernel.ActivityCounts;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import ganglion.odin.AddressEvents;
import ganglion.odin.CrossbarChip;
import ganglion.scenario.model.BitTrueChip;
import ganglion.scenario.model.BitTrueChip.Energy;
import ganglion.scenario.model.BitTrueChip.Work;
import java.util.ArrayList;
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
 */
record ProgramRun(ChipProgram program, AddressEvents outputs, AddressEvents lost, long until, long last) {

    static ProgramRun of(ChipProgram program) {
        AddressEvents outputs = new AddressEvents();
        AddressEvents lost = new AddressEvents();
        long until = Math.round(program.ticks() * program.cyclesPerTick());
        long last = program.loaded().run(program.inputs(), outputs, lost, until);
        return new ProgramRun(program, outputs, lost, until, last);
    }

    boolean isDone() {
        return last < until;
    }

    BitTrueChip.Outcome outcome(Network rounded, List<SpikeRaster> inputs, HardwareProfile profile) {
        List<SpikeRaster> spikes = spikes(inputs);
        ActivityCounts activity = new ActivityCounts(
                spikes.stream().mapToLong(SpikeRaster::size).sum(),
                synapticEvents(rounded, spikes),
                program.loaded().synapticOperations() + program.loaded().leakUpdates());
        long merged = outputs.size()
                - IntStream.range(0, spikes.size())
                        .filter(p -> !program.rows().isInput(p))
                        .mapToLong(p -> spikes.get(p).size())
                        .sum();
        return new BitTrueChip.Outcome(
                new SimulationResult(rounded, program.ticks(), spikes, activity, List.of()), work(profile, merged));
    }

    Work work(HardwareProfile profile, long merged) {
        CrossbarChip chip = program.loaded();
        double hertz = Chip.clock(profile);
        return new Work(
                hertz,
                program.cyclesPerTick(),
                last,
                isDone(),
                chip.synapticOperations(),
                chip.leakUpdates(),
                energy(profile, until / hertz),
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

    private List<SpikeRaster> spikes(List<SpikeRaster> inputs) {
        List<SpikeRaster.Builder> builders = program.rows().network().populations().stream()
                .map(population -> SpikeRaster.builder(population.size()))
                .toList();
        for (int i = 0; i < outputs.size(); i++) {
            int row = outputs.address(i);
            builders.get(program.rows().population(row))
                    .add(program.tickOf(outputs.cycle(i)), program.rows().neuron(row));
        }
        List<SpikeRaster> spikes = new ArrayList<>();
        for (int p = 0; p < builders.size(); p++) {
            boolean input = program.ticks() > 0 && program.rows().isInput(p);
            spikes.add(input ? inputs.get(p) : builders.get(p).buildMerged());
        }
        return spikes;
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
