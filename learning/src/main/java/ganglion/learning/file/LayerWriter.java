package ganglion.learning.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.learning.model.BatchNormalisation;
import ganglion.learning.model.Convolution;
import ganglion.learning.model.Delay;
import ganglion.learning.model.Dense;
import ganglion.learning.model.Dropout;
import ganglion.learning.model.Gain;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Pooling;
import ganglion.learning.model.Setting;
import ganglion.learning.model.TimeWindow;
import ganglion.learning.model.Window;
import ganglion.learning.surrogate.Surrogate;
import ganglion.learning.surrogate.SurrogateNames;

/** Layers as JSON; {@link LayerReader} is the inverse. */
final class LayerWriter {

    private LayerWriter() {}

    static ObjectNode write(Layer layer) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("kind", layer.kind());
        if (layer instanceof Dense dense) {
            document.put("outputs", dense.outputs()).put("bias", dense.bias());
        } else if (layer instanceof Delay delay) {
            document.put("longest-steps", delay.longestSteps())
                    .put("steps-per-unit", delay.stepsPerUnit())
                    .put("trainable", delay.trainable());
        } else if (layer instanceof TimeWindow window) {
            document.put("steps", window.steps());
        } else if (layer instanceof Gain gain) {
            document.put("initial", gain.initial()).put("trainable", gain.trainable());
        } else if (layer instanceof Convolution convolution) {
            document.put("channels", convolution.channels()).put("bias", convolution.bias());
            writeWindow(document, convolution.window());
        } else if (layer instanceof Pooling pooling) {
            document.put("average", pooling.average());
            writeWindow(document, pooling.window());
        } else if (layer instanceof Dropout dropout) {
            document.put("rate", dropout.rate());
        } else if (layer instanceof BatchNormalisation normalisation) {
            document.put("scale", normalisation.scale())
                    .put("threshold", normalisation.threshold())
                    .put("momentum", normalisation.momentum())
                    .put("epsilon", normalisation.epsilon());
        } else if (layer instanceof Neurons neurons) {
            writeNeurons(document, neurons);
        }
        return document;
    }

    private static void writeWindow(ObjectNode document, Window window) {
        document.putObject("window")
                .put("height", window.height())
                .put("width", window.width())
                .put("stride", window.stride())
                .put("padding-height", window.paddingHeight())
                .put("padding-width", window.paddingWidth());
    }

    private static void writeNeurons(ObjectNode document, Neurons neurons) {
        document.put("dynamics", ModelDocument.nameOf(neurons.dynamics()))
                .put("reset", ModelDocument.nameOf(neurons.reset()))
                .put("delayed-reset", neurons.delayedReset())
                .put("recurrence", ModelDocument.nameOf(neurons.recurrence()))
                .put("winner-only", neurons.winnerOnly());
        writeSurrogate(document.putObject("surrogate"), neurons.surrogate());
        writeSetting(document.putObject("alpha"), neurons.alpha());
        writeSetting(document.putObject("beta"), neurons.beta());
        writeSetting(document.putObject("threshold"), neurons.threshold());
        writeSetting(document.putObject("graded-spikes-factor"), neurons.gradedSpikesFactor());
        document.putObject("adaptation")
                .put("decay", neurons.adaptation().decay())
                .put("strength", neurons.adaptation().strength());
    }

    private static void writeSurrogate(ObjectNode document, Surrogate surrogate) {
        document.put("name", SurrogateNames.nameOf(surrogate));
        for (double parameter : SurrogateNames.parametersOf(surrogate)) {
            document.withArray("parameters").add(parameter);
        }
    }

    private static void writeSetting(ObjectNode document, Setting setting) {
        document.put("initial", setting.initial())
                .put("per-neuron", setting.perNeuron())
                .put("trainable", setting.trainable());
    }
}
