package ganglion.report.training;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.place.SourceMap;
import ganglion.learning.file.ModelFiles.SavedModel;
import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingOutcome.Chart;
import ganglion.scenario.experiment.outcome.TrainingOutcome.Curve;
import ganglion.scenario.experiment.outcome.TrainingOutcome.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Outcomes of trainings that never took place. */
public final class SampleTraining {

    private record SampleExperiment(ExperimentHead head) implements Experiment {}

    private SampleTraining() {}

    static Experiment experiment(String name, long seed) {
        Path file = Path.of("e.yaml").toAbsolutePath();
        return new SampleExperiment(new ExperimentHead(
                file,
                new SourceMap("e.yaml", Map.of()),
                name,
                "classification",
                "about " + name,
                seed,
                "{\"seed\":" + seed + "}"));
    }

    /** Two learning curves of four epochs, the second without a value in the third, and a table of two classes. */
    public static TrainingOutcome outcome(String name, long seed, Optional<SavedModel> model) {
        double[] epochs = {1, 2, 3, 4};
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.putObject("test").put("accuracy", 0.875).put("samples", 8);
        return new TrainingOutcome(
                experiment(name, seed),
                model,
                result,
                List.of(new Chart(
                        "loss of " + name,
                        "epoch",
                        "nats",
                        List.of(
                                new Curve("training " + name, epochs, new double[] {4, 3, 2, 1}),
                                new Curve("validation", epochs, new double[] {4, 3.5, Double.NaN, 3})))),
                List.of(new Table(
                        "confusion of " + name,
                        List.of("class", "A " + name, "B"),
                        List.of(List.of("A", "3", "1"), List.of("B " + name, "0", "4")))),
                List.of("7 of 8 are right", "summary of " + name),
                List.of("warning of " + name),
                true);
    }
}
