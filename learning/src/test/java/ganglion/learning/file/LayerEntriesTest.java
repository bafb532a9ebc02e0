package ganglion.learning.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.learning.file.ModelFiles.ModelFileException;
import ganglion.learning.model.BalancedNeurons;
import ganglion.learning.model.Dense;
import ganglion.learning.model.FiringLayer.Recurrence;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Layer.BatchNormalisation;
import ganglion.learning.model.Layer.Convolution;
import ganglion.learning.model.Layer.Dropout;
import ganglion.learning.model.Layer.Flatten;
import ganglion.learning.model.Layer.Gain;
import ganglion.learning.model.Layer.Pooling;
import ganglion.learning.model.LayerShape.Window;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Neurons.ResetRule;
import ganglion.learning.model.SeAdLifNeurons;
import ganglion.learning.model.Setting;
import ganglion.learning.surrogate.Surrogate.ArcTangent;
import ganglion.learning.surrogate.Surrogate.FastSigmoid;
import ganglion.learning.surrogate.Surrogate.StraightThrough;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Layers as JSON and back, and what is said about a key that is missing or of another type. */
class LayerEntriesTest {

    static Stream<Layer> layers() {
        Neurons leaky = Neurons.leaky(0.875);
        return Stream.of(
                new Dense(32, false),
                new Gain(0.1, true),
                new Convolution(4, new Window(3, 2, 2, 1, 0), true),
                new Pooling(new Window(2, 1, 2, 0, 0), true),
                new Flatten(),
                new Dropout(0.25),
                new BatchNormalisation(0.5, 2, 0.2, 1e-4),
                leaky.withSurrogate(new StraightThrough()),
                leaky.withSurrogate(new FastSigmoid(7)).withReset(ResetRule.NONE, false),
                Neurons.synaptic(0.5, 0.25)
                        .withSettings(Setting.learned(0.1), Setting.learnedPerNeuron(0.2), Setting.fixed(0.3))
                        .withRecurrence(Recurrence.ALL_TO_ALL)
                        .withSurrogate(new ArcTangent(3)),
                Neurons.integrator(0.5),
                BalancedNeurons.USUAL.withRecurrence(Recurrence.ALL_TO_ALL),
                SeAdLifNeurons.USUAL.withRecurrence(Recurrence.ALL_TO_ALL));
    }

    private static ModelDocument document(ObjectNode layer) throws ModelFileException {
        Archive archive = new Archive();
        ObjectNode document =
                JsonNodeFactory.instance.objectNode().put("format", "test").put("version", 1);
        document.set("layer", layer);
        archive.put("model.json", ModelDocument.write(document));
        return ModelDocument.read(archive, "model.json", "test").at("layer");
    }

    @ParameterizedTest
    @MethodSource("layers")
    void whatIsWrittenIsReadAgain(Layer layer) throws ModelFileException {
        ObjectNode written = LayerEntries.write(layer);

        assertEquals(layer.kind(), written.get("kind").textValue());
        assertEquals(layer, LayerEntries.read(document(written)));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void everyKeyIsNeeded(Layer layer) throws ModelFileException {
        for (String key : (Iterable<String>) LayerEntries.write(layer)::fieldNames) {
            ObjectNode written = LayerEntries.write(layer);
            written.remove(key);
            ModelDocument document = document(written);

            String message = assertThrows(ModelFileException.class, () -> LayerEntries.read(document))
                    .getMessage();

            assertTrue(message.startsWith("model.json: /layer/" + key + ": found nothing, expected "), message);
        }
    }

    @Test
    void keysAreTheComponentsInLowerCaseWithHyphens() {
        assertEquals(
                "{\"kind\":\"gain\",\"initial\":0.5,\"trainable\":true}",
                LayerEntries.write(new Gain(0.5, true)).toString());
        assertEquals(
                "{\"kind\":\"pooling\",\"window\":{\"height\":2,\"width\":1,\"stride\":2,"
                        + "\"padding-height\":0,\"padding-width\":0},\"average\":false}",
                LayerEntries.write(new Pooling(new Window(2, 1, 2, 0, 0), false))
                        .toString());
        ObjectNode neurons = LayerEntries.write(Neurons.leaky(0.5).withSurrogate(new FastSigmoid(7)));
        assertEquals(
                "{\"name\":\"fast-sigmoid\",\"parameters\":[7.0]}",
                neurons.get("surrogate").toString());
        assertEquals("all-to-all", named(Recurrence.ALL_TO_ALL));
        assertEquals(1, neurons.get("threshold").get("initial").doubleValue());
    }

    private static String named(Recurrence recurrence) {
        return LayerEntries.write(Neurons.leaky(0.5).withRecurrence(recurrence))
                .get("recurrence")
                .textValue();
    }

    private static String refusal(Layer layer, Consumer<ObjectNode> change) throws ModelFileException {
        ObjectNode written = LayerEntries.write(layer);
        change.accept(written);
        ModelDocument document = document(written);
        return assertThrows(ModelFileException.class, () -> LayerEntries.read(document))
                .getMessage();
    }

    @Test
    void valuesOfAnotherTypeAreRefusedWithTheirPlace() throws ModelFileException {
        Neurons neurons = Neurons.leaky(0.5);

        assertEquals(
                "model.json: /layer/outputs: found 2.5, expected a whole number",
                refusal(new Dense(2, true), layer -> layer.put("outputs", 2.5)));
        assertEquals(
                "model.json: /layer/bias: found \"yes\", expected true or false",
                refusal(new Dense(2, true), layer -> layer.put("bias", "yes")));
        assertEquals(
                "model.json: /layer/reset: found \"sometimes\", expected the name of a ResetRule",
                refusal(neurons, layer -> layer.put("reset", "sometimes")));
        assertEquals(
                "model.json: /layer/alpha/initial: found \"half\", expected a number",
                refusal(neurons, layer -> layer.withObjectProperty("alpha").put("initial", "half")));
        assertEquals(
                "model.json: /layer/alpha: found 1, expected an object",
                refusal(neurons, layer -> layer.put("alpha", 1)));
    }

    @Test
    void numbersThatALayerRefusesAreReportedAtTheLayer() throws ModelFileException {
        assertEquals(
                "model.json: /layer: the dropout rate is 1.5, expected 0 or more and below 1",
                refusal(new Dropout(0.5), layer -> layer.put("rate", 1.5)));
        assertTrue(refusal(
                        new Pooling(Window.square(2, 1, 0), true),
                        layer -> layer.withObjectProperty("window").put("stride", 0))
                .startsWith("model.json: /layer: a window of 2 x 2 with stride 0"));
        assertEquals(
                "model.json: /layer: surrogate fast-sigmoid takes 1 parameters, not 2",
                refusal(
                        Neurons.leaky(0.5),
                        layer -> layer.withObjectProperty("surrogate")
                                .withArrayProperty("parameters")
                                .add(3)));
        assertTrue(refusal(
                        Neurons.leaky(0.5),
                        layer -> layer.withObjectProperty("surrogate").put("name", "sine"))
                .startsWith("model.json: /layer: there is no surrogate named sine; expected one of arc-tangent, "));
        assertEquals(
                "model.json: /layer: there is no kind of layer named magic",
                refusal(new Flatten(), layer -> layer.put("kind", "magic")));
    }
}
