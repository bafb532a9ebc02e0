package ganglion.scenario.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.Quantity;
import ganglion.hardware.chip.TimingForm;
import ganglion.hardware.cost.CostOptions;
import ganglion.hardware.placement.PlacementStrategy;
import ganglion.kernel.neuron.model.LeakyIntegrator;
import ganglion.kernel.time.Clock;
import ganglion.scenario.model.Connectivity;
import ganglion.scenario.model.HardwareSpec;
import ganglion.scenario.model.Input;
import ganglion.scenario.model.PopulationSpec;
import ganglion.scenario.model.ProjectionSpec;
import ganglion.scenario.model.ProjectionSpec.DelaySource;
import ganglion.scenario.model.ProjectionSpec.WeightSource;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenarios that a program writes are those that it reads. */
class ScenarioDocumentTest {

    private static final Clock CLOCK = new Clock(1e-3);

    @TempDir
    private Path folder;

    private Scenario read(ObjectNode document) throws Exception {
        Path file = Files.writeString(folder.resolve("s.json"), document.toString());
        return ScenarioFiles.read(file, ScenarioOverrides.NONE);
    }

    private void writeSpikes(String name) throws IOException {
        Files.writeString(folder.resolve(name), "tick,neuron\n1,0\n");
    }

    private static ScenarioDocument document() {
        ScenarioDocument document = new ScenarioDocument("net", "What it is.", CLOCK, 40);
        PopulationSpec population = new PopulationSpec("", "out", 4, new LeakyIntegrator(0.5), List.of());
        PopulationKeys.write(population, CLOCK, document.addPopulation());
        return document;
    }

    private static ProjectionSpec projection(String from) {
        return new ProjectionSpec(
                "",
                from,
                "out",
                new Connectivity.AllToAll(),
                new WeightSource.Constant(0.5),
                new DelaySource.Constant(3),
                Optional.empty());
    }

    @Test
    void theHeadingIsReadAsItWasWritten() throws Exception {
        Scenario scenario = read(document().tree());

        assertEquals("net", scenario.name());
        assertEquals("What it is.", scenario.description());
        assertEquals(CLOCK, scenario.clock());
        assertEquals(OptionalLong.of(40), scenario.durationTicks());
        assertEquals(List.of(), scenario.inputs());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 2e-3, 1e-4, 1 / 3.0, 1e-9, 0.0023219954648526078})
    void aTickOfAnyLengthIsReadToTheLastBit(double seconds) throws Exception {
        ObjectNode tree = new ScenarioDocument("net", "", new Clock(seconds), 1).tree();

        assertEquals("1 tick", tree.at("/clock/duration").asText());
        assertEquals(
                seconds,
                Quantity.parse(tree.at("/clock/tick").asText(), Dimension.TIME).value());
    }

    @Test
    void anEmptyDescriptionIsLeftOut() {
        assertFalse(new ScenarioDocument("net", "", CLOCK, 1).tree().has("description"));
    }

    @Test
    void inputsAndProjectionsAreReadAsTheyWereWritten() throws Exception {
        writeSpikes("a.csv");
        writeSpikes("b.csv");
        ScenarioDocument document = document();
        document.addSpikes("first", "a.csv", 3);
        document.addSpikes("second", "b.csv", 5);
        document.addProjection(projection("first"));

        Scenario scenario = read(document.tree());

        assertEquals(2, document.inputCount());
        assertEquals(List.of(3, 5), scenario.inputs().stream().map(Input::size).toList());
        assertEquals(
                "b.csv", ((Input.SpikeList) scenario.inputs().get(1)).file().written());
        assertEquals(new DelaySource.Constant(3), scenario.projections().get(0).delays());
        assertEquals("first", scenario.projections().get(0).from());
    }

    @Test
    void aChipIsReadWithAllThatWasSaidOfIt() throws Exception {
        CostOptions options = new CostOptions(
                new PlacementStrategy.ByHand(List.of(
                        new PlacementStrategy.Assignment("out", 0, 2, 1),
                        new PlacementStrategy.Assignment("out", 2, 2, 0))),
                Optional.of(TimingForm.DETAILED),
                Map.of(),
                true);
        ScenarioDocument document = document();
        document.setChip("loihi", options);

        HardwareSpec chip = read(document.tree()).hardware().get(0);

        assertEquals("loihi", chip.profile().name());
        assertEquals(options, chip.options());
    }

    @ParameterizedTest
    @ValueSource(strings = {"in-order", "spread"})
    void aPlacementIsReadAsItWasWritten(String placement) throws Exception {
        ScenarioDocument document = document();
        ObjectNode tree = document.tree();
        tree.putArray("hardware").addObject().put("profile", "loihi").put("placement", placement);
        CostOptions read = read(tree).hardware().get(0).options();

        ScenarioDocument again = document();
        again.setChip("loihi", read);

        assertEquals(read, read(again.tree()).hardware().get(0).options());
        assertEquals(
                placement.equals("in-order") ? "" : placement,
                again.tree().at("/hardware/0/placement").asText());
    }

    @Test
    void theNetworkStaysWhereItIsAmongTheKeys() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("scenario", "net").putObject("network");
        root.putArray("expect");

        ObjectNode tree = new ScenarioDocument(root).tree();

        assertEquals(
                "[scenario, network, expect]",
                List.copyOf(tree.properties()).stream()
                        .map(Map.Entry::getKey)
                        .toList()
                        .toString());
        assertTrue(tree.at("/network/populations").isArray());
    }
}
