package ganglion.scenario.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.kernel.network.Network;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.scenario.bind.NetworkBinder;
import ganglion.scenario.bind.Stimulus;
import ganglion.scenario.model.PopulationSpec;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynapticPopulationTest {

    @TempDir
    private Path folder;

    private ScenarioFolderFixture fixture;

    @BeforeEach
    void fixture() {
        fixture = new ScenarioFolderFixture(folder);
    }

    private PopulationSpec population(String find, String replacement) throws InputException {
        return fixture.read(ScenarioFolderFixture.edited(find, replacement))
                .populations()
                .get(0);
    }

    @Test
    void letsPopulationsStartLate() throws InputException {
        PopulationSpec out = population("model: lif\n", "model: lif\n      start: 6 ms\n");

        assertEquals(3, out.startTick());
        Network network = NetworkBinder.bind(
                fixture.read(ScenarioFolderFixture.edited("model: lif\n", "model: lif\n      start: 3 ticks\n")),
                Stimulus.NONE,
                TaskRunner.SEQUENTIAL,
                share -> {});
        assertEquals(3, network.population(1).startTick());
    }

    @Test
    void readsParametersFromFiles() throws InputException {
        fixture.write("bias.csv", "0.25,0.5\n");

        PopulationSpec out = population("threshold: 1", "threshold: 1, bias: bias.csv");

        assertEquals(new Lif(LifParameters.of(0.9, 1).withBias(NeuronValues.each(0.25, 0.5))), out.model());
    }

    @Test
    void saysWhatIsWrongWithAFileOfParameters() {
        fixture.write("matrix.csv", "1,2\n3,4\n");
        fixture.write("three.csv", "1,2,3\n");
        fixture.write("words.csv", "a,b\n");

        assertProblem(
                "bias: matrix.csv", "/bias: matrix.csv: found 2 rows x 2 columns, expected a single row or column");
        assertProblem("bias: three.csv", "/parameters: there are 3 values of the bias for 2 neurons");
        assertProblem("bias: words.csv", "/bias: words.csv: line 1: found \"a\", expected a finite number");
        assertProblem("bias: none.csv", "/bias: found \"none.csv\", but there is no such file");
        assertProblem("beta: [0.5, 2]", "/beta/1: found 2, expected at most 1");
    }

    private void assertProblem(String parameter, String expected) {
        String scenario = parameter.startsWith("beta")
                ? ScenarioFolderFixture.edited("beta: 0.9", parameter)
                : ScenarioFolderFixture.edited("threshold: 1", "threshold: 1, " + parameter);
        List<String> problems = fixture.problems(scenario);
        assertTrue(
                problems.stream()
                        .anyMatch(problem -> problem.contains("/network/populations/0") && problem.contains(expected)),
                problems.toString());
    }
}
