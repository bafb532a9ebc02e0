package ganglion.report.run;

import ganglion.documents.InputException;
import ganglion.kernel.checkpoint.NetworkFingerprint;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.report.files.JsonDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Puts recorded spikes into the inputs of a network, so that sound need not pass the cochlea again. */
public final class RecordedNetwork {

    private RecordedNetwork() {}

    /** @param spikes spikes of each population, by population index */
    public static Network of(Network network, List<SpikeRaster> spikes) {
        List<Population> populations = new ArrayList<>();
        for (int p = 0; p < spikes.size(); p++) {
            Population population = network.population(p);
            populations.add(
                    population.model() instanceof SpikeSource
                            ? new Population(population.name(), population.size(), new SpikeSource(spikes.get(p)))
                            : population);
        }
        return new Network(populations, network.projections());
    }

    /**
     * A fingerprint of a network with its recorded inputs, in hexadecimal.
     *
     * @param synapses sum of the fingerprints of its synapses
     */
    public static String fingerprint(Network recorded, long synapses) {
        return Long.toHexString(NetworkFingerprint.of(recorded, synapses));
    }

    /**
     * Checks that a network is the one that a run directory comes from.
     *
     * @param recorded the network, with the recorded inputs
     * @param directory the run directory
     * @param scenario file of the scenario that gives the network
     * @throws InputException if it is another
     */
    public static void check(Network recorded, Path directory, Path scenario) throws InputException {
        if (!fingerprint(recorded, NetworkFingerprint.partOf(recorded))
                .equals(RunOrigin.read(directory).network())) {
            throw JsonDocument.refusal(
                    scenario,
                    "gives another network than the one that ran, expected its inputs, neurons, weights and"
                            + " connections unchanged");
        }
    }
}
