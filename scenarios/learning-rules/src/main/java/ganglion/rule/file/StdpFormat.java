package ganglion.rule.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.table.NpyArray;
import ganglion.kernel.plasticity.PairStdp;
import ganglion.learning.file.Archive;
import ganglion.learning.file.ModelDocument;
import ganglion.learning.file.ModelFiles.ModelFileException;
import ganglion.learning.file.Rows;
import ganglion.learning.file.RuleFormat;
import ganglion.learning.stdp.StdpClassifier;
import ganglion.learning.stdp.StdpClassifier.StdpSettings;
import ganglion.learning.stdp.StdpLayer;
import java.util.List;

/** A layer that learned by spike timing as entries of an archive. */
public final class StdpFormat extends RuleFormat<StdpClassifier> {

    private static final String WEIGHTS = "parameters/weights.npy";
    private static final String THRESHOLDS = "parameters/thresholds.npy";
    private static final String NAMES = "class-of-neuron";

    /** For {@link java.util.ServiceLoader}. */
    public StdpFormat() {
        super("stdp", StdpClassifier.class);
    }

    @Override
    protected void put(StdpClassifier classifier, ObjectNode document, Archive archive) {
        StdpLayer layer = classifier.layer();
        StdpSettings settings = layer.settings();
        PairStdp rule = settings.rule();
        document.put("inputs", layer.inputs());
        document.putObject("layer")
                .put("neurons", settings.neurons())
                .put("beta", settings.beta())
                .put("threshold", settings.threshold())
                .put("inhibition", settings.inhibition())
                .put("threshold-rise", settings.thresholdRise())
                .put("threshold-decay", settings.thresholdDecay())
                .put("weight-sum", settings.weightSum());
        document.putObject("stdp")
                .put("learning-rate", rule.learningRate())
                .put("depression", rule.depression())
                .put("potentiation-exponent", rule.potentiationExponent())
                .put("depression-exponent", rule.depressionExponent())
                .put("largest-weight", rule.largestWeight())
                .put("potentiation-steps", rule.potentiationTicks())
                .put("depression-steps", rule.depressionTicks());
        ArrayNode names = document.putArray(NAMES);
        for (int neuron = 0; neuron < layer.neurons(); neuron++) {
            names.add(classifier.classOf(neuron));
        }
        archive.put(WEIGHTS, NpyArray.write(layer.weights(), layer.inputs(), layer.neurons()));
        archive.put(THRESHOLDS, NpyArray.write(layer.thresholds(), layer.neurons()));
    }

    @Override
    protected StdpClassifier take(ModelDocument document, List<String> classes, Archive archive)
            throws ModelFileException {
        int inputs = document.integer("inputs");
        StdpSettings settings = settings(document.at("layer"), rule(document.at("stdp")));
        int neurons = settings.neurons();
        double[] weights = Rows.values(archive, WEIGHTS, inputs, neurons);
        double[] thresholds = Rows.values(archive, THRESHOLDS, neurons);
        int[] classOfNeuron = new int[document.length(NAMES)];
        for (int neuron = 0; neuron < classOfNeuron.length; neuron++) {
            classOfNeuron[neuron] = document.integerAt(NAMES, neuron);
        }
        return StdpClassifier.of(StdpLayer.of(inputs, settings, weights, thresholds), classes, classOfNeuron);
    }

    private static StdpSettings settings(ModelDocument document, PairStdp rule) throws ModelFileException {
        return new StdpSettings(
                document.integer("neurons"),
                document.number("beta"),
                document.number("threshold"),
                document.number("inhibition"),
                document.number("threshold-rise"),
                document.number("threshold-decay"),
                document.number("weight-sum"),
                rule);
    }

    private static PairStdp rule(ModelDocument document) throws ModelFileException {
        return new PairStdp(
                document.number("learning-rate"),
                document.number("depression"),
                document.number("potentiation-exponent"),
                document.number("depression-exponent"),
                document.number("largest-weight"),
                document.number("potentiation-steps"),
                document.number("depression-steps"));
    }
}
