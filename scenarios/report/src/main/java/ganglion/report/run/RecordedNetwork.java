package ganglion.report.run;

import ganglion.kernel.checkpoint.NetworkFingerprint;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.neuron.source.SpikeSource;
import java.util.ArrayList;
import java.util.List;

/** Puts recorded spikes into the inputs of a network, so that sound need not pass the cochlea again. */
public final class RecordedNetwork {

    private RecordedNetwork() {}

    /** @param spikes spikes of each population, by population index */
    public static Network of(Network network, List<SpikeRaster> spikes) {
        List<Population> populations = new ArrayList<>();
        for (int p = 0; p < spikes.size(); p++) {
            Population population = network.populations().get(p);
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
}
