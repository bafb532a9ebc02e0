package ganglion.learning.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.table.NpyArray;
import ganglion.learning.model.Layer;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import ganglion.learning.model.Parameter;
import ganglion.learning.model.Parameter.ParameterShape;
import ganglion.learning.rule.RuleClassifier;
import ganglion.learning.train.NaiveBaseline;
import ganglion.learning.train.NaiveBaseline.Standard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Writes and reads model files; the package description has the format. */
public final class ModelFiles {

    private static final String DOCUMENT = "model.json";
    private static final String FORMAT = "ganglion-model";
    private static final String TEMPERATURE = "temperature";
    private static final String EXPERIMENT = "experiment.json";
    private static final String BASELINE = "baseline/";
    private static final int NETWORK_VERSION = 1;
    private static final int RULE_VERSION = 2;
    private static final int MOST_LAYERS = 1000;
    private static final int MOST_CLASSES = 100_000;
    private static final long MOST_VALUES = Archive.LARGEST_CONTENT / 8;

    private ModelFiles() {}

    /** Writes a model, under a temporary name first. */
    public static void write(SavedModel saved, Path file) throws IOException {
        Archive archive = new Archive();
        if (saved instanceof TrainedModel trained) {
            put(trained, archive);
        } else {
            put((TrainedRule) saved, archive);
        }
        archive.write(file);
    }

    /** Whether a file is a model, of whatever version, so that it may be replaced by another. */
    public static boolean isModel(Path file) {
        return Archive.holds(file, DOCUMENT);
    }

    /** Puts a classifier that learned by a rule into an archive. */
    public static void put(TrainedRule rule, Archive archive) {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("format", FORMAT)
                .put("version", RULE_VERSION)
                .put("kind", rule.kind());
        rule.classes().forEach(document.putArray("classes")::add);
        // The document comes first in the archive, where a reader expects it.
        archive.put(DOCUMENT, new byte[0]);
        putExperiment(rule, archive);
        putBaseline(rule, archive);
        RuleFormat.of(rule.classifier()).write(rule.classifier(), document, archive);
        archive.put(DOCUMENT, ModelDocument.write(document));
    }

    private static void putExperiment(SavedModel saved, Archive archive) {
        if (!saved.experiment().isEmpty()) {
            archive.put(EXPERIMENT, saved.experiment().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void putBaseline(SavedModel saved, Archive archive) {
        if (saved.baseline().isPresent()) {
            NaiveBaseline baseline = saved.baseline().get();
            Standard standard = baseline.standard();
            int numbers = standard.means().length;
            archive.put(BASELINE + "mean.npy", NpyArray.write(standard.means(), numbers));
            archive.put(BASELINE + "deviation.npy", NpyArray.write(standard.deviations(), numbers));
            int classes = baseline.biases().length;
            archive.put(BASELINE + "weight.npy", NpyArray.write(baseline.weights(), classes, numbers));
            archive.put(BASELINE + "bias.npy", NpyArray.write(baseline.biases(), classes));
        }
    }

    /** @param inputs of the model, each of which the baseline has two numbers of */
    private static Optional<NaiveBaseline> baseline(Archive archive, int inputs, int classes)
            throws ModelFileException {
        if (!archive.has(BASELINE + "mean.npy")) {
            return Optional.empty();
        }
        int numbers = 2 * inputs;
        Standard standard = new Standard(
                Rows.parameters(archive, BASELINE + "mean.npy", numbers),
                Rows.parameters(archive, BASELINE + "deviation.npy", numbers));
        return Optional.of(NaiveBaseline.of(
                standard,
                Rows.parameters(archive, BASELINE + "weight.npy", classes, numbers),
                Rows.parameters(archive, BASELINE + "bias.npy", classes)));
    }

    static void put(TrainedModel trained, Archive archive) {
        Model model = trained.model();
        ObjectNode document =
                JsonNodeFactory.instance.objectNode().put("format", FORMAT).put("version", NETWORK_VERSION);
        document.putArray("input")
                .add(model.input().channels())
                .add(model.input().height())
                .add(model.input().width());
        trained.classes().forEach(document.putArray("classes")::add);
        trained.temperature().ifPresent(temperature -> document.put(TEMPERATURE, temperature));
        model.layers().forEach(layer -> document.withArray("layers").add(LayerEntries.write(layer)));
        archive.put(DOCUMENT, ModelDocument.write(document));
        putExperiment(trained, archive);
        putBaseline(trained, archive);
        for (int i = 0; i < model.layers().size(); i++) {
            for (Parameter parameter : model.parameters(i)) {
                archive.put(entry(i, parameter.name()), NpyArray.write(parameter.values(), parameter.shape()));
            }
        }
    }

    private static String entry(int layer, String parameter) {
        return "parameters/" + layer + "." + parameter + ".npy";
    }

    /**
     * Reads a network.
     *
     * @throws ModelFileException if the file is not a model file of a network, with the place and what was expected
     */
    public static TrainedModel read(Path file) throws IOException, ModelFileException {
        return take(Archive.read(file));
    }

    /**
     * Reads a model of any kind.
     *
     * @throws ModelFileException if the file is not a model file, with the place and what was expected
     */
    public static SavedModel readAny(Path file) throws IOException, ModelFileException {
        return takeAny(Archive.read(file));
    }

    /**
     * The model of any kind in an archive.
     *
     * @throws ModelFileException if there is none, with the place and what was expected
     */
    public static SavedModel takeAny(Archive archive) throws ModelFileException {
        ModelDocument document = ModelDocument.read(archive, DOCUMENT, FORMAT, RULE_VERSION);
        return document.integer("version") == NETWORK_VERSION ? take(archive) : takeRule(document, archive);
    }

    private static TrainedRule takeRule(ModelDocument document, Archive archive) throws ModelFileException {
        List<String> classes = classes(document);
        String kind = document.text("kind");
        Optional<RuleFormat<?>> format = RuleFormat.find(kind);
        if (format.isEmpty()) {
            throw new ModelFileException(
                    DOCUMENT + ": /kind: found \"" + kind + "\", expected " + String.join(", ", RuleFormat.kinds()));
        }
        try {
            RuleClassifier classifier = format.get().take(document, classes, archive);
            return new TrainedRule(
                    classifier, baseline(archive, classifier.inputs(), classes.size()), experiment(archive));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new ModelFileException(DOCUMENT + ": " + e.getMessage());
        }
    }

    private static String experiment(Archive archive) throws ModelFileException {
        return archive.has(EXPERIMENT) ? new String(archive.get(EXPERIMENT), StandardCharsets.UTF_8) : "";
    }

    static TrainedModel take(Archive archive) throws ModelFileException {
        ModelDocument document = ModelDocument.read(archive, DOCUMENT, FORMAT, RULE_VERSION);
        if (document.integer("version") == RULE_VERSION) {
            throw new ModelFileException(
                    DOCUMENT + ": /kind: found \"" + document.text("kind") + "\", expected a network");
        }
        LayerShape input = input(document);
        List<Layer> layers = layers(document);
        List<String> classes = classes(document);
        try {
            Model model = new Model(input, layers, parameters(archive, input, layers));
            return new TrainedModel(
                    model,
                    classes,
                    temperature(document),
                    baseline(archive, input.size(), classes.size()),
                    experiment(archive));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new ModelFileException(DOCUMENT + ": " + e.getMessage());
        }
    }

    private static OptionalDouble temperature(ModelDocument document) throws ModelFileException {
        if (!document.has(TEMPERATURE)) {
            return OptionalDouble.empty();
        }
        double temperature = document.number(TEMPERATURE);
        if (!(temperature > 0 && temperature < Double.POSITIVE_INFINITY)) {
            throw new ModelFileException(
                    DOCUMENT + ": /" + TEMPERATURE + ": found " + temperature + ", expected a number above 0");
        }
        return OptionalDouble.of(temperature);
    }

    private static LayerShape input(ModelDocument document) throws ModelFileException {
        if (document.length("input") != 3) {
            throw new ModelFileException(DOCUMENT + ": /input: found " + document.length("input")
                    + " extents, expected channels, height and width");
        }
        int[] extents = new int[3];
        for (int i = 0; i < extents.length; i++) {
            extents[i] = (int) document.numberAt("input", i);
        }
        try {
            return new LayerShape(extents[0], extents[1], extents[2]);
        } catch (IllegalArgumentException e) {
            throw new ModelFileException(DOCUMENT + ": /input: " + e.getMessage());
        }
    }

    private static List<Layer> layers(ModelDocument document) throws ModelFileException {
        int count = document.length("layers");
        if (count > MOST_LAYERS) {
            throw new ModelFileException(
                    DOCUMENT + ": /layers: found " + count + " layers, expected at most " + MOST_LAYERS);
        }
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            layers.add(LayerEntries.read(document.at("layers", i)));
        }
        return layers;
    }

    private static List<String> classes(ModelDocument document) throws ModelFileException {
        int count = document.length("classes");
        if (count > MOST_CLASSES) {
            throw new ModelFileException(
                    DOCUMENT + ": /classes: found " + count + " classes, expected at most " + MOST_CLASSES);
        }
        List<String> classes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            classes.add(document.textAt("classes", i));
        }
        return classes;
    }

    private static List<List<Parameter>> parameters(Archive archive, LayerShape input, List<Layer> layers)
            throws ModelFileException {
        List<List<Parameter>> parameters = new ArrayList<>();
        LayerShape shape = input;
        long values = 0;
        for (int i = 0; i < layers.size(); i++) {
            List<Parameter> own = new ArrayList<>();
            for (ParameterShape wanted : layers.get(i).parameterShapes(shape)) {
                values += wanted.size();
                if (values > MOST_VALUES) {
                    throw new ModelFileException(DOCUMENT + ": the layers have more than " + MOST_VALUES + " values");
                }
                String entry = entry(i, wanted.name());
                double[] read = Rows.parameters(archive, entry, wanted.extents());
                own.add(new Parameter(wanted.name(), wanted.extents(), wanted.trainable(), read));
            }
            parameters.add(own);
            shape = layers.get(i).outputShape(shape);
        }
        return parameters;
    }

    /** A file does not follow its format. The message is one sentence with the place in the file, without the file's name. */
    public static final class ModelFileException extends Exception {

        private static final long serialVersionUID = 1;

        /** @param message one sentence: place, what was found, what was expected */
        public ModelFileException(String message) {
            super(message);
        }
    }

    /** The content of a model file: a network or a learned rule. */
    public sealed interface SavedModel permits TrainedModel, TrainedRule {

        /** Names of the classes, by number; empty if they have none. */
        List<String> classes();

        /** The naive baseline that learned from the same samples; absent if none did. */
        Optional<NaiveBaseline> baseline();

        /** The experiment that the model was trained by, a JSON document with its front end; empty if not known. */
        String experiment();
    }
}
