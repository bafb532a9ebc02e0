package ganglion.learning.file;

import ganglion.learning.model.Adaptation;
import ganglion.learning.model.BatchNormalisation;
import ganglion.learning.model.Convolution;
import ganglion.learning.model.Delay;
import ganglion.learning.model.Dense;
import ganglion.learning.model.Dropout;
import ganglion.learning.model.Dynamics;
import ganglion.learning.model.Flatten;
import ganglion.learning.model.Gain;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Pooling;
import ganglion.learning.model.Recurrence;
import ganglion.learning.model.ResetRule;
import ganglion.learning.model.Setting;
import ganglion.learning.model.TimeWindow;
import ganglion.learning.model.Window;
import ganglion.learning.surrogate.Surrogate;
import ganglion.learning.surrogate.SurrogateNames;

/** Layers from JSON. */
final class LayerReader {

    private LayerReader() {}

    static Layer read(ModelDocument document) throws ModelFileException {
        try {
            return switch (document.text("kind")) {
                case "delay" ->
                    new Delay(
                            document.integer("longest-steps"),
                            document.number("steps-per-unit"),
                            document.truth("trainable"));
                case "dense" -> new Dense(document.integer("outputs"), document.truth("bias"));
                case "gain" -> new Gain(document.number("initial"), document.truth("trainable"));
                case "convolution" ->
                    new Convolution(
                            document.integer("channels"), window(document.at("window")), document.truth("bias"));
                case "pooling" -> new Pooling(window(document.at("window")), document.truth("average"));
                case "time-window" -> new TimeWindow(document.integer("steps"));
                case "flatten" -> new Flatten();
                case "dropout" -> new Dropout(document.number("rate"));
                case "batch-normalisation" ->
                    new BatchNormalisation(
                            document.number("scale"),
                            document.number("threshold"),
                            document.number("momentum"),
                            document.number("epsilon"));
                case "neurons" -> neurons(document);
                default ->
                    throw new IllegalArgumentException("there is no kind of layer named " + document.text("kind"));
            };
        } catch (IllegalArgumentException e) {
            throw document.refused(e);
        }
    }

    private static Window window(ModelDocument document) throws ModelFileException {
        return new Window(
                document.integer("height"),
                document.integer("width"),
                document.integer("stride"),
                document.integer("padding-height"),
                document.integer("padding-width"));
    }

    private static Neurons neurons(ModelDocument document) throws ModelFileException {
        ModelDocument adaptation = document.at("adaptation");
        return new Neurons(
                document.choice(Dynamics.class, "dynamics"),
                document.choice(ResetRule.class, "reset"),
                document.truth("delayed-reset"),
                surrogate(document.at("surrogate")),
                document.choice(Recurrence.class, "recurrence"),
                setting(document.at("alpha")),
                setting(document.at("beta")),
                setting(document.at("threshold")),
                setting(document.at("graded-spikes-factor")),
                new Adaptation(adaptation.number("decay"), adaptation.number("strength")),
                document.truth("winner-only"));
    }

    private static Surrogate surrogate(ModelDocument document) throws ModelFileException {
        int count = document.has("parameters") ? document.length("parameters") : 0;
        double[] parameters = new double[count];
        for (int i = 0; i < count; i++) {
            parameters[i] = document.numberAt("parameters", i);
        }
        return SurrogateNames.create(document.text("name"), parameters);
    }

    private static Setting setting(ModelDocument document) throws ModelFileException {
        return new Setting(document.number("initial"), document.truth("per-neuron"), document.truth("trainable"));
    }
}
