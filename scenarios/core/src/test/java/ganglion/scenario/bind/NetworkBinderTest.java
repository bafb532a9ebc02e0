package ganglion.scenario.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkBinderTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("taps.csv"), "time,neuron\n0.0031,1\n0.001,0\n");
        Files.writeString(folder.resolve("matrix.csv"), "1,2,3\n4,5,6\n");
        Files.writeString(folder.resolve("column.csv"), "7\n8\n9\n");
        Files.writeString(folder.resolve("edges.csv"), "source,target,weight,delay\n1,2,0.25,3 ms\n");
    }

    private Scenario scenario(String projection) throws IOException, InputException {
        Path file = Files.writeString(folder.resolve("s.yaml"), """
            scenario: bind
            clock: {tick: 1 ms, duration: 10 ms}
            inputs: [{name: taps, spikes: taps.csv, size: 2}]
            network:
              populations: [{name: out, size: 3, model: lif, parameters: {beta: 0.5}}]
              projections:
                - %s
            """.formatted(projection));
        return ScenarioFiles.read(file, ScenarioOverrides.NONE);
    }

    private Network bind(String projection) throws IOException, InputException {
        return NetworkBinder.bind(scenario(projection), Stimulus.NONE, TaskRunner.SEQUENTIAL, fraction -> {});
    }

    private Synapses synapses(String projection) throws IOException, InputException {
        return bind(projection).projection(0).synapses();
    }

    @Test
    void putsInputsFirst() throws Exception {
        Network network = bind("{from: taps, to: out, weights: 1}");

        assertEquals("taps", network.population(0).name());
        assertEquals("out", network.population(1).name());
        SpikeSource source =
                assertInstanceOf(SpikeSource.class, network.population(0).model());
        assertEquals(SpikeRaster.builder(2).add(1, 0).add(3, 1).build(), source.spikes());
    }

    @Test
    void fillsAMatrixWithOneWeight() throws Exception {
        Synapses synapses = synapses("{from: taps, to: out, weights: 0.5, delay: 2 ms}");

        assertInstanceOf(DenseSynapses.class, synapses);
        assertEquals(6, synapses.count());
        assertEquals(0.5, synapses.weight(1, 2));
        assertEquals(2, synapses.delayTicks(1, 2));
    }

    @ParameterizedTest
    @CsvSource({"matrix.csv", "'[[1, 2, 3], [4, 5, 6]]'"})
    void takesRowsForSources(String weights) throws Exception {
        Synapses synapses = synapses("{from: taps, to: out, weights: " + weights + "}");

        assertEquals(4, synapses.weight(1, 0));
        assertEquals(3, synapses.weight(0, 2));
    }

    @ParameterizedTest
    @CsvSource({"column.csv", "'[7, 8, 9]'"})
    void joinsOneToOne(String weights) throws Exception {
        Synapses synapses =
                synapses("{from: out, to: out, connectivity: one-to-one, weights: " + weights + ", delay: 4 ticks}");

        assertEquals(3, synapses.count());
        assertEquals(2, synapses.target(2, 0));
        assertEquals(9, synapses.weight(2, 0));
        assertEquals(4, synapses.delayTicks(2, 0));
    }

    @Test
    void takesListedSynapses() throws Exception {
        Synapses synapses = synapses("{from: taps, to: out, connectivity: edges.csv}");

        assertEquals(1, synapses.count());
        assertEquals(2, synapses.target(1, 0));
        assertEquals(3, synapses.delayTicks(1, 0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {from: taps, to: out, weights: column.csv} | /network/projections/0/weights: column.csv: found 3 rows x 1 columns, expected 2 rows (sources) x 3 columns (targets)
        {from: out, to: taps2, weights: 1}         | /network/projections/0/to: found "taps2", expected the name of a population (there is out)
        {from: out, to: out, connectivity: one-to-one, weights: matrix.csv} | /network/projections/0/weights: matrix.csv: line 2: found more than the expected 3 numbers
        {from: out, to: out, connectivity: one-to-one, weights: [1, 2]} | /network/projections/0/weights: found 1 rows x 2 columns, expected a single row or column of 3
        {from: out, to: taps, weights: 1}          | /network/projections/0/to: found the input "taps", expected a population
        {from: out, to: out, connectivity: taps.csv} | /network/projections/0/connectivity: taps.csv: line 1: found the header "time,neuron", expected source,target,weight or source,target,weight,delay
        """)
    void refusesWhatDoesNotFit(String projection, String expected) {
        InputException refusal = assertThrows(InputException.class, () -> bind(projection));

        assertEquals(
                List.of(folder.resolve("s.yaml") + ":7: " + expected),
                refusal.problems().stream().map(Problem::oneLine).toList());
    }

    @Test
    void reportsTheProblemsOfAllProjections() throws Exception {
        Files.writeString(folder.resolve("taps.csv"), "time,neuron\n0,5\n");

        InputException refusal = assertThrows(
                InputException.class,
                () -> bind("{from: taps, to: out, weights: column.csv}\n    - {from: out, to: out, weights: [[1]]}"));

        assertEquals(
                List.of("/inputs/0/spikes", "/network/projections/0/weights", "/network/projections/1/weights"),
                refusal.problems().stream().map(Problem::pointer).toList());
    }

    @Test
    void reportsEachProjection() throws Exception {
        List<Double> shares = new ArrayList<>();
        Scenario scenario = scenario("{from: taps, to: out, weights: 1}\n    - {from: out, to: out, weights: 1}");

        NetworkBinder.bind(scenario, Stimulus.NONE, TaskRunner.SEQUENTIAL, shares::add);

        assertEquals(List.of(0.5, 1.0), shares);
    }
}
