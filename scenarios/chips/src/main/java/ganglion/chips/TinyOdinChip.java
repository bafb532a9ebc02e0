package ganglion.chips;

import ganglion.chips.ChipProgram.Rest;
import ganglion.hardware.precision.QuantisedNetwork;
import ganglion.kernel.ActivityCounts;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import ganglion.odin.AddressEvents;
import ganglion.odin.TinyOdin;
import ganglion.scenario.model.BitTrueChip;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Runs of scenarios on tinyODIN: what {@code apply: bit-true} computes is the program that is exported. */
public final class TinyOdinChip implements BitTrueChip {

    @Override
    public String profile() {
        return TinyOdinTarget.PROFILE;
    }

    @Override
    public Network inOwnUnits(Network given) {
        return OwnSteps.of(given);
    }

    @Override
    public Outcome run(QuantisedNetwork rounded, List<SpikeRaster> inputs, long ticks, double tickSeconds, double hertz)
            throws UnfitException {
        ChipProgram program = ChipProgram.of(rounded, inputs, ticks, hertz * tickSeconds, Rest.NONE);
        TinyOdinTarget.Outcome outcome = TinyOdinTarget.Outcome.of(program, ticks);
        List<SpikeRaster> spikes = spikes(outcome, inputs, ticks);
        TinyOdin chip = program.chip();
        ActivityCounts activity = new ActivityCounts(
                spikes.stream().mapToLong(SpikeRaster::size).sum(),
                synapticEvents(rounded.network(), spikes),
                chip.synapticOperations() + chip.leakUpdates());
        AddressEvents lost = outcome.lost();
        Work work = new Work(
                hertz,
                program.cyclesPerTick(),
                outcome.last(),
                outcome.isDone(),
                program.inputs().size(),
                chip.waits(),
                chip.longestWait(),
                chip.longestLatency(),
                lost.size(),
                lost.size() == 0 ? "" : program.name(lost.address(0)) + " in cycle " + lost.cycle(0),
                outcome.outputs().size() - spikesOfNeurons(rounded.network(), spikes));
        return new Outcome(new SimulationResult(rounded.network(), ticks, spikes, activity, List.of()), work);
    }

    private static List<SpikeRaster> spikes(TinyOdinTarget.Outcome outcome, List<SpikeRaster> inputs, long ticks) {
        ChipProgram program = outcome.program();
        AddressEvents outputs = outcome.outputs();
        List<SpikeRaster.Builder> builders = program.network().populations().stream()
                .map(population -> SpikeRaster.builder(population.size()))
                .toList();
        for (int i = 0; i < outputs.size(); i++) {
            int population = program.populationOf(outputs.address(i));
            builders.get(population)
                    .add(program.tickOf(outputs.cycle(i), ticks), outputs.address(i) - program.firstRow()[population]);
        }
        List<SpikeRaster> spikes = new ArrayList<>();
        for (int p = 0; p < builders.size(); p++) {
            boolean input =
                    ticks > 0 && !program.network().populations().get(p).model().takesInput();
            spikes.add(input ? inputs.get(p) : builders.get(p).buildMerged());
        }
        return spikes;
    }

    private static long spikesOfNeurons(Network network, List<SpikeRaster> spikes) {
        return IntStream.range(0, spikes.size())
                .filter(p -> network.populations().get(p).model().takesInput())
                .mapToLong(p -> spikes.get(p).size())
                .sum();
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
