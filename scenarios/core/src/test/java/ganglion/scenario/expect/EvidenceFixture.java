package ganglion.scenario.expect;

import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.Workload;
import ganglion.kernel.ActivityCounts;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.time.Clock;
import ganglion.scenario.cost.DeviceEstimates;
import ganglion.scenario.result.Decision;
import java.util.List;

/** Evidence made by hand: one population "out" of three neurons, a tick of 2 ms, 100 ticks. */
final class EvidenceFixture {

    static final Clock CLOCK = new Clock(0.002);
    static final long TICKS = 100;

    private EvidenceFixture() {}

    static SimulationResult result(SpikeRaster spikes) {
        Population out = new Population("out", 3, new Lif(LifParameters.of(0.5, 1)));
        Network network = new Network(List.of(out), List.of());
        return new SimulationResult(network, TICKS, List.of(spikes), new ActivityCounts(0, 0, 0), List.of());
    }

    /** Spikes given as tick, neuron, tick, neuron ... */
    static SpikeRaster spikes(int... ticksAndNeurons) {
        SpikeRaster.Builder spikes = SpikeRaster.builder(3);
        for (int i = 0; i < ticksAndNeurons.length; i += 2) {
            spikes.add(ticksAndNeurons[i], ticksAndNeurons[i + 1]);
        }
        return spikes.build();
    }

    static Evidence of(SpikeRaster spikes) {
        return of(result(spikes), List.of(), List.of());
    }

    static Evidence of(List<Decision> decisions, List<ChipCost> costs) {
        return of(result(spikes()), decisions, costs);
    }

    /** Evidence about devices that no sound comes to. */
    static Evidence of(SimulationResult result, List<Decision> decisions, List<ChipCost> costs) {
        Workload workload = new Workload(result.network(), result.spikes(), result.ticks(), CLOCK);
        return new Evidence(
                CLOCK, result, decisions, costs, new DeviceEstimates(workload, List.of(), costs, decisions, List.of()));
    }
}
