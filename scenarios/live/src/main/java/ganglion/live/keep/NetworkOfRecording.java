package ganglion.live.keep;

import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.live.run.LiveScenario;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a recording says of the network.
 *
 * @param names of the populations, inputs first
 * @param firstNeurons number of the first neuron of each, counted through all
 * @param tickSeconds length of a tick
 * @param sampleRateHertz of the ear
 */
public record NetworkOfRecording(
        List<String> names, List<Integer> firstNeurons, double tickSeconds, double sampleRateHertz) {

    public NetworkOfRecording {
        names = List.copyOf(names);
        firstNeurons = List.copyOf(firstNeurons);
    }

    /** That of a scenario. */
    public static NetworkOfRecording of(LiveScenario live, Network network) {
        return new NetworkOfRecording(
                network.populations().stream().map(Population::name).toList(),
                IntStream.range(0, network.populations().size())
                        .mapToObj(network::firstNeuron)
                        .toList(),
                live.scenario().clock().tickSeconds(),
                live.ear().cochlea().sampleRateHertz());
    }
}
