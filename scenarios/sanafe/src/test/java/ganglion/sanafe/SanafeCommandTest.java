package ganglion.sanafe;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.cli.CommandLineUnderTest.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network that is mapped for SANA-FE is imported and costed, with figures that can be added up by hand. */
final class SanafeCommandTest {

    private static final String ARCHITECTURE = """
        architecture:
          name: two_tiles
          attributes: {width: 2, height: 1, link_buffer_size: 4, latency_sync: 1.0e-6}
          tile:
            name: tile[0..1]
            attributes: {energy_north_hop: 0, latency_north_hop: 0, energy_south_hop: 0, latency_south_hop: 0,
              energy_east_hop: 2.0e-12, latency_east_hop: 1.0e-9, energy_west_hop: 3.0e-12, latency_west_hop: 1.0e-9}
            core:
              name: core
              attributes: {buffer_position: soma, max_neurons_supported: 8}
              axon_in: {name: in, attributes: {energy_message_in: 5.0e-12, latency_message_in: 2.0e-9}}
              synapse: {name: weights, attributes: {model: current_based, energy_process_spike: 7.0e-12,
                latency_process_spike: 3.0e-9}}
              dendrite: {name: sum, attributes: {model: accumulator, energy_update: 0, latency_update: 0}}
              soma:
                - {name: lif, attributes: {model: leaky_integrate_fire, energy_access_neuron: 11.0e-12,
                   latency_access_neuron: 4.0e-9, energy_update_neuron: 13.0e-12, latency_update_neuron: 5.0e-9,
                   energy_spike_out: 17.0e-12, latency_spike_out: 6.0e-9}}
                - {name: source, attributes: {model: input, energy_access_neuron: 0, latency_access_neuron: 0,
                   energy_update_neuron: 0, latency_update_neuron: 0, energy_spike_out: 0, latency_spike_out: 0}}
              axon_out: {name: out, attributes: {energy_message_out: 19.0e-12, latency_message_out: 7.0e-9}}
        """;

    private static final String NETWORK = """
        network:
          name: pair
          groups:
            - {name: in, neurons: [0: {spikes: [1]}]}
            - {name: out, attributes: {threshold: 1}, neurons: [0..1]}
          edges:
            - in -> out: {type: dense, weight: [2, 0]}
        mappings:
          - in: {core: 0.0, soma: source}
          - out: {core: 1.0}
        """;

    @TempDir
    private Path folder;

    private Path network;
    private Path architecture;
    private Path scenario;

    @BeforeEach
    void writeTheFiles() throws IOException {
        network = Files.writeString(folder.resolve("pair.yaml"), NETWORK);
        architecture = Files.writeString(folder.resolve("two-tiles.yaml"), ARCHITECTURE);
        scenario = folder.resolve("made/pair.yaml");
    }

    @Test
    void anImportedNetworkIsCostedOnItsChip() throws IOException {
        Outcome imported =
                ganglion("import", network, "--architecture", architecture, "--out", scenario, "--duration", "4ms");

        imported.assertFine();
        assertTrue(imported.out().startsWith("2 neurons, 2 synapses\n"), imported.out());
        ganglion("validate", scenario).assertFine();
        ganglion("profile", "validate", folder.resolve("made/pair.profile.yaml"))
                .assertFine();
        String profile = Files.readString(folder.resolve("made/pair.profile.yaml"));
        assertTrue(profile.contains("value: 11 pJ") && profile.contains("value: 0 J"), profile);
        ganglion("run", scenario, "--out", folder.resolve("run")).assertFine();
        String spikes = Files.readString(folder.resolve("run/spikes.csv"));
        assertTrue(spikes.endsWith("0,0,in,0\n0.001,1,out,0\n"), spikes);
        JsonNode chip = new ObjectMapper()
                .readTree(folder.resolve("run/result.json").toFile())
                .at("/profiles/0");
        assertEquals("two-tiles", chip.get("name").asText());
        // Two neurons in four ticks, both reached once, one spike; one message over one hop, with two synapses.
        double picojoules = 2 * 4 * 11 + 2 * 13 + 17 + 19 + 2 + 5 + 2 * 7;
        assertEquals(picojoules * 1e-12, chip.at("/energy/totalJoules").asDouble(), 1e-21);
        assertEquals(1, chip.at("/operations/hop-east").asLong());
        assertEquals(2, chip.at("/operations/synaptic-operation").asLong());
        // The longest tick is that of the spike: two visits, one spike, and the barrier.
        assertEquals(1.024e-6, chip.at("/latency/maximumSeconds").asDouble(), 1e-9);
    }

    @Test
    void whatIsWrongIsNamedInOneLine() throws IOException {
        Path delayed =
                Files.writeString(folder.resolve("delayed.yaml"), NETWORK.replace("[2, 0]}", "[2, 0], delay: [1, 0]}"));

        ganglion("import", delayed, "--architecture", architecture, "--out", scenario)
                .assertRefusedInOneLine(
                        "delayed.yaml:7: /network/edges/0/in -> out/delay/0: found the delay 1, expected 0");
        ganglion("import", network, "--architecture", network, "--out", scenario)
                .assertRefusedInOneLine("pair.yaml:1: found no \"architecture\", expected it");
        ganglion("import", network, "--architecture", folder.resolve("gone.yaml"), "--out", scenario)
                .assertRefusedInOneLine("gone.yaml: there is no such file");
    }

    @Test
    void optionsOfGraphsAreRefused() {
        ganglion("import", network, "--architecture", architecture, "--out", scenario, "--reset", "zero")
                .assertRefusedInOneLine("found --reset beside --architecture, expected it for graphs only");
        ganglion("import", network, "--architecture", architecture, "--out", scenario, "--tick", "never")
                .assertRefusedInOneLine("never");
    }
}
