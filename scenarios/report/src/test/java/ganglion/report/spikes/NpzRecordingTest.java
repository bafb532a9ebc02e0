package ganglion.report.spikes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.documents.table.Matrix;
import ganglion.documents.table.MatrixFiles;
import ganglion.kernel.ActivityCounts;
import ganglion.kernel.MembraneTrace;
import ganglion.kernel.PlasticWeights;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Integration;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.plasticity.PairStdp;
import ganglion.kernel.time.Clock;
import ganglion.report.spikes.RecordedSpikes.PopulationSpikes;
import ganglion.scenario.data.SpikeFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzRecordingTest {

    private static final Clock CLOCK = new Clock(1e-4);

    @TempDir
    private Path folder;

    @Test
    void spikesAndPotentialsComeBack() throws Exception {
        SpikeRaster out =
                SpikeRaster.builder(5).add(3, 4).add(3, 1).add(1234567, 0).build();
        RecordedSpikes spikes = new RecordedSpikes(
                CLOCK,
                2_000_000,
                List.of(new PopulationSpikes("out", out), new PopulationSpikes("silent", SpikeRaster.empty(2))));
        MembraneTrace trace = new MembraneTrace("out", 2, new double[] {0.5, -1, 0.25, 7});

        Synapses synapses = SparseSynapses.builder(5, 5).add(4, 1, 0.25, 1).build();
        PairStdp rule = new PairStdp(0.1, 1, 0, 0, 1, 20, 20);
        Projection plastic = new Projection("out", "out", synapses, Optional.of(rule));
        NpzRecording.write(spikes, result(trace, plastic, 0.75), npz -> {}, folder);

        String file = folder.resolve(NpzRecording.NAME).toString();
        assertEquals(out, SpikeFiles.read(file + "#spikes.out", 5, CLOCK));
        assertEquals(SpikeRaster.empty(2), SpikeFiles.read(file + "#spikes.silent", 2, CLOCK));
        Matrix potential = MatrixFiles.read(Path.of(file), "potential.out", 10);
        assertEquals(2, potential.rows());
        assertArrayEquals(trace.potentials(), potential.values());
        assertArrayEquals(new double[] {4}, column(file, "weights.0-out-out.sources"));
        assertArrayEquals(new double[] {1}, column(file, "weights.0-out-out.targets"));
        assertArrayEquals(new double[] {0.75}, column(file, "weights.0-out-out.weights"));
    }

    private static double[] column(String file, String name) throws Exception {
        return MatrixFiles.read(Path.of(file), name, 10).values();
    }

    /** A run of one population with one plastic synapse. */
    private static SimulationResult result(MembraneTrace trace, Projection plastic, double weight) {
        Population out = new Population("out", 5, new Lif(LifParameters.of(0.5, 1), Integration.PER_TICK));
        return new SimulationResult(
                new Network(List.of(out), List.of(plastic)),
                1,
                List.of(SpikeRaster.empty(5)),
                new ActivityCounts(0, 0, 0),
                List.of(trace),
                List.of(new PlasticWeights(0, new double[] {weight})));
    }
}
