package ganglion.scenario.interchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.documents.output.FileSet;
import ganglion.documents.output.WriteProblem;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.time.Clock;
import ganglion.scenario.interchange.sanafe.Architecture;
import ganglion.scenario.interchange.sanafe.ArchitectureReader;
import ganglion.scenario.interchange.sanafe.NetworkReader;
import ganglion.scenario.interchange.sanafe.ProfileText;
import ganglion.scenario.interchange.sanafe.SanafeNetwork;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Makes a scenario of a network that SANA-FE has mapped to an architecture: the scenario with the placement by hand, a profile
 * of the architecture, a file of synapses, and a list of spikes for each group of inputs.
 */
public final class SanafeImport {

    private final FileStem stem;
    private final Architecture architecture;
    private final SanafeNetwork network;
    private final FileSet files;
    private final List<Path> written = new ArrayList<>();

    private SanafeImport(FileStem stem, Architecture architecture, SanafeNetwork network, FileSet files) {
        this.stem = stem;
        this.architecture = architecture;
        this.network = network;
        this.files = files;
    }

    /**
     * What was made.
     *
     * @param files everything that was written, the scenario first
     * @param neurons number of neurons, inputs not counted
     * @param synapses number of synapses, those of weight 0 included
     * @param notes what is not exact, one line per note
     */
    public record Outcome(List<Path> files, long neurons, long synapses, List<String> notes) {}

    /**
     * Reads and writes.
     *
     * @param networkFile network and mapping
     * @param architectureFile the chip
     * @param scenario the scenario file to write: {@code .yaml} or {@code .json}
     * @param clock what a step of SANA-FE is in the scenario
     * @param durationTicks how long the scenario runs; absent until a tick after the last spike of the inputs
     * @throws InputException if a file cannot be used
     * @throws IOException if a file cannot be written
     */
    public static Outcome run(
            Path networkFile, Path architectureFile, Path scenario, Clock clock, OptionalLong durationTicks)
            throws InputException, IOException {
        Architecture architecture = ArchitectureReader.read(architectureFile);
        SanafeNetwork network = NetworkReader.read(networkFile, architecture);
        FileStem stem = new FileStem(scenario.toAbsolutePath());
        String description = "Imported from the SANA-FE network " + networkFile.getFileName() + ", mapped to "
                + architectureFile.getFileName() + ". Step t of SANA-FE is tick t - 1.";
        try (FileSet files = new FileSet()) {
            Outcome outcome = new SanafeImport(stem, architecture, network, files)
                    .write(architectureFile.getFileName().toString(), description, clock, durationTicks);
            files.publish();
            return outcome;
        }
    }

    private Outcome write(String source, String description, Clock clock, OptionalLong durationTicks)
            throws IOException {
        ObjectNode profile = new ProfileText(architecture, source).document();
        Path profileFile = stem.beside(".profile.yaml");
        files.fill(profileFile, temporary -> ScenarioText.write(profile, temporary, profileFile));
        written.add(profileFile);
        long lastTick = writeSpikes();
        long duration = durationTicks.orElse(Math.max(1, lastTick + 2));
        SanafeText.Heading heading = new SanafeText.Heading(
                stem.scenarioName(),
                description,
                clock.tickSeconds(),
                duration,
                profileFile.getFileName().toString());
        writeNetwork(heading);
        long neurons = network.groups().stream()
                .filter(group -> !(group.model() instanceof SpikeSource))
                .mapToLong(SanafeNetwork.Group::size)
                .sum();
        long synapses = network.connections().stream()
                .mapToLong(connections -> connections.count())
                .sum();
        return new Outcome(written, neurons, synapses, network.notes());
    }

    /** Writes the lists of spikes; gives the last tick at which there is one, -1 if there is none. */
    private long writeSpikes() throws IOException {
        long lastTick = -1;
        int number = 0;
        for (SanafeNetwork.Group group : network.groups()) {
            if (group.model() instanceof SpikeSource source) {
                SpikeRaster spikes = source.spikes();
                if (spikes.size() > 0) {
                    lastTick = Math.max(lastTick, spikes.tick(spikes.size() - 1));
                }
                Path file = stem.scenario().resolveSibling(stem.spikesFile(++number));
                files.fill(
                        file,
                        temporary -> Files.writeString(temporary, NirImport.list(spikes), StandardCharsets.UTF_8));
                written.add(file);
            }
        }
        return lastTick;
    }

    private void writeNetwork(SanafeText.Heading heading) throws IOException {
        Path weightsFile = stem.beside(NetworkFiles.WEIGHTS);
        ObjectNode[] document = new ObjectNode[1];
        try {
            files.fill(weightsFile, temporary -> {
                try (WeightsFile weights =
                        new WeightsFile(temporary, weightsFile.getFileName().toString())) {
                    document[0] = new SanafeText(network, stem, weights).document(heading);
                }
            });
        } catch (HdfException e) {
            throw WriteProblem.of(weightsFile.getFileName().toString(), e);
        }
        files.fill(stem.scenario(), temporary -> ScenarioText.write(document[0], temporary, stem.scenario()));
        written.add(0, stem.scenario());
        written.add(weightsFile);
    }
}
