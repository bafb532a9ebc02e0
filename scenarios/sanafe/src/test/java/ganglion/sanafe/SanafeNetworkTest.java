package ganglion.sanafe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.hardware.precision.GridLif;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.Reset;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SanafeNetworkTest {

    @TempDir
    private Path folder;

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(SanafeNetworkTest.class.getResource("/sanafe/" + name).toURI());
    }

    private static SanafeNetwork small() throws Exception {
        return NetworkReader.read(resource("small.yaml"), ArchitectureReader.read(resource("loihi-fit.yaml")));
    }

    private static LifParameters lif(SanafeNetwork.Group group) {
        return ((GridLif) group.model()).parameters();
    }

    @Test
    void groupsHaveTheirAttributesAndNeuronsTheirOwn() throws Exception {
        SanafeNetwork.Group hidden = small().groups().get(1);

        LifParameters parameters = lif(hidden);
        assertEquals(1.0 / 64, ((GridLif) hidden.model()).step());
        assertTrue(parameters.strict());
        assertEquals(0.5, parameters.beta().at(2));
        assertArrayEquals(new double[] {2, 2, 3}, parameters.threshold().copyOf(0, 3));
        assertArrayEquals(new double[] {0.25, 0.25, 0}, parameters.bias().copyOf(0, 3));
        assertEquals(List.of("loihi-sparse-synapse", "loihi-lif"), hidden.units());
    }

    @Test
    void trueNorthAddsUpWithoutRoundingAndFiresAtTheThreshold() throws Exception {
        SanafeNetwork.Group adder = small().groups().get(2);

        assertEquals("7", adder.name());
        assertFalse(lif(adder).strict());
        assertEquals(1, lif(adder).beta().at(0));
        assertEquals(Reset.BY_SUBTRACTION, lif(adder).reset());
        assertEquals(List.of("loihi-dense-synapse", "adder"), adder.units());
    }

    @Test
    void weightsOfMatricesGoSourceBySource() throws Exception {
        Connections dense = small().connections().get(0);

        assertArrayEquals(new int[] {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3}, dense.sources());
        assertArrayEquals(new int[] {0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2}, dense.targets());
        assertEquals(12, dense.weights()[11]);
    }

    @Test
    void aWeightOfZeroIsAConnection() throws Exception {
        assertArrayEquals(new double[] {0, 0.5}, small().connections().get(2).weights());
    }

    /** Two channels of 2 x 3 through two kernels of 1 x 2 with a stride of 1: numbered by hand. */
    @Test
    void aConvolutionLiesAsItsKernelSays() {
        Connections into = new Connections(0, 1, new Spot(null, "", null));
        double[] kernel = {1, 2, 3, 4, 5, 6, 7, 8};

        new EdgeConnections.ConvolutionEdge(2, 3, 2, 1, 2, 2, 1, 1).connect(kernel, into);

        assertEquals(2 * 2 * 2 * 2 * 2, into.count());
        // Target 0: channel 0, row 0, column 0.
        assertArrayEquals(new int[] {0, 1, 6, 7}, Arrays.copyOf(into.sources(), 4));
        assertArrayEquals(new double[] {1, 5, 3, 7}, Arrays.copyOf(into.weights(), 4));
        // The last target: channel 1, row 1, column 1.
        assertArrayEquals(new int[] {4, 5, 10, 11}, Arrays.copyOfRange(into.sources(), 28, 32));
        assertArrayEquals(new double[] {2, 6, 4, 8}, Arrays.copyOfRange(into.weights(), 28, 32));
        assertEquals(7, into.targets()[31]);
    }

    @Test
    void coresCountThroughAllTiles() throws Exception {
        assertEquals(
                List.of(0, 6, 7, 7),
                small().places().stream().map(SanafeNetwork.Assignment::core).toList());
    }

    @Test
    void anotherOrderWithinACoreIsNoted() throws Exception {
        Path other = changed(
                "  - hidden.2: {core: 1.3}\n  - 7: [core: 1.3, soma: adder]",
                "  - 7: [core: 1.3, soma: adder]\n  - hidden.2: {core: 1.3}");

        SanafeNetwork network = NetworkReader.read(other, ArchitectureReader.read(resource("loihi-fit.yaml")));

        assertEquals(List.of(), small().notes());
        assertEquals(1, network.notes().size());
        assertTrue(
                network.notes().get(0).contains("first core 3 of tile 1"),
                network.notes().get(0));
    }

    @Test
    void aRefractoryDelayBlocksOneStepLess() throws Exception {
        Path refractory = changed("threshold: 2, soma", "threshold: 2, refractory_delay: 3, soma");

        SanafeNetwork network = NetworkReader.read(refractory, ArchitectureReader.read(resource("loihi-fit.yaml")));

        assertEquals(2, lif(network.groups().get(1)).refractoryTicks());
    }

    private Path changed(String from, String to) throws IOException, URISyntaxException {
        String text = Files.readString(resource("small.yaml"));
        assertTrue(text.contains(from), from);
        return Files.writeString(folder.resolve("changed.yaml"), text.replace(from, to));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            weight: -4                | weight: -4, delay: 2      | :20: | found the delay 2, expected 0
            weight: -4                | wait: -4                  | :20: | edge hidden.2 -> 7.0: found wait, expected one of weight
            delay: [0, 0]             | delay: [0, 1]             | :21: | found the delay 1
            7.0:                      | 7.4:                      | :20: | found neuron 4 of group 7, expected one of 0 to 3
            - in -> 7                 | - in -> x                 | :22: | found the group "x", expected one of in, hidden, 7
            in -> hidden              | hidden -> in              | :19: | found connections into group in
            - in -> hidden: [type: dense | - in -> hidden: [type: full | :19: | expected dense, sparse or conv2d
            10, 11, 12                | 10, 11                    | :19: | found 11 weights, expected 12
            [0, 1], [2, 0]            | [0, 1], [2, 3]            | :21: | found 3, expected a whole number from 0 to 2
            kernel_width: 1           | kernel_width: 3           | :22: | found a kernel of 1 by 3
            input_height: 2           | input_height: 1           | :22: | found a convolution of 2 neurons into 2, expected one of 4 into 4
            leak_decay: 0.5           | input_decay: 0.5          | :11: | group hidden: found the input_decay 0.5, expected 0
            threshold: 2,             | threshold: 2, tau: 5,     | :11: | group hidden: found tau, expected one of threshold
            reset_mode: soft          | reset_mode: saturate      | :16: | group 7: found the reset mode "saturate"
            reset_mode: soft          | leak: 1                   | :16: | group 7: found the leak 1, expected 0
            reset_mode: soft          | random_mask: 3            | :16: | group 7: found the random_mask 3, expected 0
            reset_mode: soft          | force_update: true        | :16: | group 7: found the force_update true, expected false
            threshold: 3              | reset_mode: none          | :14: | found the reset_mode "none", expected hard for all
            threshold: 2,             | reset: 2, threshold: 2,   | :10: | group hidden: found that the reset potential 2.0 is not below the threshold 2.0
            threshold: 1.5            | threshold: 0.1            | :16: | found the threshold 0.1, expected a multiple of 2^-20
            weight: [3]               | weight: [0.1]             | :22: | found the weight 0.1 into group 7
            threshold: 2,             | reset: 1, refractory_delay: 2, | :11: | found a refractory delay of 2
            2..3                      | 2..999999999              | :9: | found more than 10000000 neurons
            2..3                      | 3..2                      | :9: | found "3..2", expected a number
            core: 1.2                 | core: 32.0                | :26: | expected tile 0 to 31 and core 0 to 3
            core: 1.2                 | core: one                 | :26: | expected a tile and a core such as 0.1
            core: 1.2                 | soma: loihi_lif           | :26: | found no core
            hidden.0..1: {            | hidden.0..2: {            | :27: | found a second core for neuron 2 of group hidden
            hidden.0..1: {            | hidden.0: {               | :24: | found no core for neuron 1 of group hidden
            soma: adder               | soma: noisy               | :28: | found the soma unit noisy, expected another: it has the attribute noise
            soma: adder               | dendrite: delayed         | :28: | it is of the model accumulator_with_delay
            soma: adder               | soma: adler               | :28: | found the soma unit "adler", expected one of loihi_lif, adder
            soma: adder               | axon: 3                   | :28: | found axon, expected core, soma, synapse or dendrite
            mappings                  | mapping                   | :1: | found no "mappings"
            """)
    void whatHasNoEquivalentIsNamedWithItsLine(String from, String to, String line, String message) throws Exception {
        Path network = changed(from.strip(), to.strip());
        Architecture architecture = ArchitectureReader.read(resource("loihi-fit.yaml"));

        InputException refused = assertThrows(InputException.class, () -> NetworkReader.read(network, architecture));

        String text = refused.getMessage();
        assertEquals(1, text.lines().count(), text);
        assertTrue(text.contains("changed.yaml" + line.strip()), text);
        assertTrue(text.contains(message.strip()), text);
    }
}
