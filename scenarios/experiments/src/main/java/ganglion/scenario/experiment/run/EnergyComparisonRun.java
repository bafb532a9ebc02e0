package ganglion.scenario.experiment.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.documents.quantity.WilsonInterval;
import ganglion.hardware.chip.NumberFormat;
import ganglion.learning.compile.CompileException;
import ganglion.learning.data.LabelledSamples;
import ganglion.learning.dense.DenseNetwork;
import ganglion.learning.file.TrainedModel;
import ganglion.learning.model.Model;
import ganglion.learning.train.ConfusionMatrix;
import ganglion.scenario.experiment.EnergyComparison;
import ganglion.scenario.experiment.data.Examples;
import ganglion.scenario.experiment.data.ExperimentSamples;
import ganglion.scenario.experiment.outcome.IntervalJson;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.run.costs.DenseCosts;
import ganglion.scenario.experiment.run.costs.EnergyLine;
import ganglion.scenario.experiment.run.costs.SpikingCosts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Trains a spiking network and one without spikes on the same features, and estimates the energy of each per second of sound.
 * The network without spikes is evaluated in floating point and in int8. For one use.
 */
final class EnergyComparisonRun {

    private static final int BITS = 8;

    private final EnergyComparison experiment;
    private final TrainingSettings settings;
    private final TrainingProgress progress;
    private final List<List<String>> networks = new ArrayList<>();
    private final List<String> summary = new ArrayList<>();
    private ObjectNode comparison;

    EnergyComparisonRun(EnergyComparison experiment, TrainingSettings settings, TrainingProgress progress) {
        this.experiment = experiment;
        this.settings = settings;
        this.progress = progress;
    }

    TrainingOutcome run() throws InputException {
        ClassificationRun training = new ClassificationRun(experiment.spiking(), settings, progress);
        TrainingOutcome outcome = training.run();
        ExperimentSamples samples = training.samples();
        ObjectNode result = outcome.result();
        comparison = result.putObject("energyComparison");
        comparison.putArray("networks");
        List<EnergyLine> lines = new ArrayList<>(spiking(outcome, samples));
        progress.advanced("training the network without spikes", 1);
        LabelledSamples learned = labelled(samples.training(), samples.classes());
        DenseNetwork dense =
                DenseNetwork.fit(learned, experiment.dense(), experiment.head().seed());
        DenseCosts costs = new DenseCosts(dense.sizes(), stepSeconds());
        lines.addAll(dense(dense, costs, NumberFormat.FLOAT32, samples));
        lines.addAll(dense(dense.rounded(BITS, learned), costs, NumberFormat.INT8, samples));
        ArrayNode energies = comparison.putArray("energies");
        lines.forEach(line -> energies.add(line.json()));
        return withTables(outcome, result, lines);
    }

    private TrainingOutcome withTables(TrainingOutcome outcome, ObjectNode result, List<EnergyLine> lines) {
        List<TrainingOutcome.Table> tables = new ArrayList<>(outcome.tables());
        tables.add(new TrainingOutcome.Table(
                "Networks on the test set, and their operations per second of sound",
                List.of("network", "accuracy", "recall by class", "operations per second"),
                networks));
        tables.add(new TrainingOutcome.Table(
                "Energy per second of sound, without the cochlea",
                EnergyLine.HEADER,
                lines.stream().map(EnergyLine::cells).toList()));
        List<String> all = new ArrayList<>(outcome.summary());
        all.addAll(summary);
        return new TrainingOutcome(
                experiment,
                Optional.empty(),
                result,
                outcome.charts(),
                tables,
                all,
                outcome.warnings(),
                outcome.complete());
    }

    private List<EnergyLine> spiking(TrainingOutcome outcome, ExperimentSamples samples) throws InputException {
        Model model = ((TrainedModel) outcome.model().orElseThrow()).model();
        try {
            SpikingCosts costs = SpikingCosts.of(model, stepSeconds(), samples.test());
            ConfusionMatrix confusion = ModelEvaluation.of(
                            model, samples.test(), experiment.spiking().training())
                    .confusion();
            String operations = String.format(
                    Locale.ROOT,
                    "%.0f synaptic operations, %.0f neuron updates, %.0f spikes",
                    costs.synapticOperationsPerSecond(),
                    costs.neuronUpdatesPerSecond(),
                    costs.spikesPerSecond());
            describe("spiking", confusion, samples.classes(), operations)
                    .put("synapticOperationsPerSecond", costs.synapticOperationsPerSecond())
                    .put("neuronUpdatesPerSecond", costs.neuronUpdatesPerSecond())
                    .put("spikesPerSecond", costs.spikesPerSecond());
            return costs.lines();
        } catch (CompileException e) {
            throw new InputException(experiment
                    .head()
                    .problem("/network/layers", e.getMessage() + ", so there is no energy to estimate"));
        }
    }

    private List<EnergyLine> dense(
            DenseNetwork network, DenseCosts costs, NumberFormat format, ExperimentSamples samples) {
        ConfusionMatrix confusion = labelled(samples.test(), samples.classes()).judge(network::predict);
        double products = costs.multiplyAccumulatesPerSecond();
        String operations = String.format(Locale.ROOT, "%.0f multiply-accumulates", products);
        describe("without spikes, " + format.word(), confusion, samples.classes(), operations)
                .put("multiplyAccumulatesPerSecond", products);
        return costs.lines(format);
    }

    private ObjectNode describe(String name, ConfusionMatrix confusion, List<String> classes, String operations) {
        ObjectNode node = comparison.withArray("networks").addObject();
        node.put("network", name).put("testAccuracy", confusion.accuracy());
        IntervalJson.put(node, "testAccuracyInterval", confusion.accuracy(), confusion.total());
        ObjectNode recalls = node.putObject("recallByClass");
        List<String> words = new ArrayList<>();
        for (int c = 0; c < classes.size(); c++) {
            recalls.put(classes.get(c), confusion.recall(c));
            words.add(classes.get(c) + " " + EvaluationText.percent(confusion.recall(c)));
        }
        String accuracy = EvaluationText.percent(confusion.accuracy()) + " "
                + WilsonInterval.of(confusion.accuracy(), confusion.total()).percent();
        networks.add(List.of(name, accuracy, String.join(", ", words), operations));
        summary.add(name + ": " + accuracy + ", " + operations + " per second");
        return node;
    }

    private double stepSeconds() {
        return experiment.spiking().features().stepSeconds();
    }

    private static LabelledSamples labelled(Examples examples, List<String> classes) {
        return new LabelledSamples(
                IntStream.range(0, examples.size())
                        .mapToObj(i -> examples.sample(i, 0))
                        .toList(),
                classes);
    }
}
