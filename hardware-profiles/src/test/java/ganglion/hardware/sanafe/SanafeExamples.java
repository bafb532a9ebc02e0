package ganglion.hardware.sanafe;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.TimingForm;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.CostOptions;
import ganglion.hardware.cost.Costing;
import ganglion.hardware.cost.Workload;
import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.schedule.Partition;
import ganglion.kernel.time.Clock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** SANA-FE's own examples, which are not in this repository: read from the folder that a system property names. */
final class SanafeExamples {

    /** Names the folder of the reference, which holds {@code dvs.network.json} and {@code out/}. */
    static final String PROPERTY = "sanafe.reference";

    private static final Clock CLOCK = new Clock(1e-6);

    private SanafeExamples() {}

    static Path folder() {
        return Path.of(System.getProperty(PROPERTY));
    }

    static SanafeNetwork read(String name, int coresPerTile) throws IOException {
        byte[] content = Files.readAllBytes(folder().resolve(name + ".network.json"));
        return SanafeNetwork.of(SanafeFiles.json(content), coresPerTile);
    }

    static List<double[]> steps(String name) throws IOException {
        return SanafeFiles.table(
                Files.readAllBytes(folder().resolve("out").resolve(name).resolve("perf.csv")));
    }

    static List<SpikeRaster> spikes(SanafeNetwork reference, String name) throws IOException {
        byte[] packed = Files.readAllBytes(folder().resolve("out").resolve(name).resolve("spikes.csv.gz"));
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return SanafeFiles.spikes(stream.readAllBytes(), reference.network());
        }
    }

    static JsonNode totals(String name) throws IOException {
        return SanafeFiles.json(Files.readAllBytes(folder().resolve("results.json")))
                .at("/networks/" + name);
    }

    static SimulationResult run(SanafeNetwork reference) {
        return SequentialSimulation.run(
                reference.network(),
                Partition.ofCoreSize(reference.network(), Integer.MAX_VALUE),
                reference.steps(),
                List.of());
    }

    static ChipCost cost(SanafeNetwork reference, List<SpikeRaster> spikes, HardwareProfile profile, TimingForm form) {
        CostOptions options = new CostOptions(reference.placement(), Optional.of(form), reference.units(), true);
        return Costing.cost(new Workload(reference.network(), spikes, reference.steps(), CLOCK), profile, options);
    }
}
