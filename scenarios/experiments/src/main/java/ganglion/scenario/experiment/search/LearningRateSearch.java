package ganglion.scenario.experiment.search;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.learning.model.Model;
import ganglion.learning.train.RateRange;
import ganglion.learning.train.TrainingPlan;
import ganglion.runtime.ThreadedTasks;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.data.ExperimentSamples;
import ganglion.scenario.experiment.ear.EarTraining;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingOutcome.Chart;
import ganglion.scenario.experiment.outcome.TrainingOutcome.Curve;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.run.StartingModel;
import ganglion.scenario.experiment.run.costs.SampleEnergy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * Suggests a learning rate for an experiment by a range test; there is no model in the end. A front end that learns does so here,
 * too: its rates grow with the one that is looked for, in the proportion that they have in the experiment.
 */
public final class LearningRateSearch {

    private static final String PHASE = "trying learning rates";

    /** The highest loss that is drawn, as a multiple of the first one. */
    private static final double HIGHEST_DRAWN = 1.5;

    private LearningRateSearch() {}

    /**
     * Looks whether there is a learning rate to find.
     *
     * @throws InputException if the task is not classification
     */
    public static void check(Experiment experiment) throws InputException {
        if (!(experiment instanceof Classification)) {
            throw new InputException(new Problem(
                    "--learning-rate-test",
                    0,
                    "",
                    "found an experiment of the task " + experiment.head().task() + ", expected "
                            + Classification.TASK));
        }
    }

    /**
     * Carries out the test.
     *
     * @param threads number of threads; changes no result
     * @return curve and suggestion, without a model
     * @throws InputException if the data cannot be used
     */
    public static TrainingOutcome run(Experiment experiment, int threads, TrainingProgress progress)
            throws InputException {
        check(experiment);
        Classification classification = (Classification) experiment;
        StartingModel starting = new StartingModel(classification);
        Optional<EarTraining> ear = classification.ear().map(how -> new EarTraining(classification));
        Model network = starting.model();
        Model initial = ear.map(each -> each.behindEar(network)).orElse(network);
        ExperimentSamples samples =
                ExperimentSamples.read(ear.map(EarTraining::onSpectra).orElse(classification), progress);
        TrainingPlan plan = SampleEnergy.priced(classification, initial).withRunner(new ThreadedTasks(threads));
        Model model = starting.firing(initial, plan, samples.training(), progress);
        RateRange range = RateRange.of(model, plan, samples.training(), batch -> {
            progress.advanced(PHASE, (double) batch / RateRange.BATCHES);
            progress.detail("batch " + batch + "/" + RateRange.BATCHES);
            return !progress.stopRequested();
        });
        return outcome(classification, range, !progress.stopRequested());
    }

    private static TrainingOutcome outcome(Classification experiment, RateRange range, boolean complete) {
        OptionalDouble suggestion = range.suggestion();
        double own = experiment.training().descent().rule().learningRate();
        String found = suggestion.isPresent()
                ? String.format(
                        Locale.ROOT,
                        "suggested learning rate: %.2g, where the loss falls most",
                        suggestion.getAsDouble())
                : "no learning rate to suggest: "
                        + (range.hasSlopes()
                                ? "the loss does not fall"
                                : "the test ended after " + range.points().size() + " batches, too few for a slope");
        List<String> summary =
                new ArrayList<>(List.of(found, String.format(Locale.ROOT, "the experiment has %.2g", own)));
        if (experiment.ear().isPresent()) {
            summary.add("the rates of the front end grew with it, in the proportion that they have in the experiment");
        }
        Chart chart = new Chart(
                "Loss while the learning rate grows",
                "learning rate, as a power of ten",
                "",
                List.of(
                        curve("batch", range, RateRange.Point::loss),
                        curve("smoothed", range, RateRange.Point::smoothed)));
        return new TrainingOutcome(
                experiment,
                Optional.empty(),
                document(range, suggestion, complete),
                List.of(
                        suggestion.isPresent()
                                ? chart.marked(Math.log10(suggestion.getAsDouble()), "suggested")
                                : chart),
                List.of(),
                summary,
                List.of(),
                complete);
    }

    private static Curve curve(String name, RateRange range, ToDoubleFunction<RateRange.Point> height) {
        // Beside the loss of a network that has diverged, the fall before it could not be seen.
        double highest = range.points().isEmpty()
                ? 0
                : HIGHEST_DRAWN * range.points().get(0).smoothed();
        return new Curve(
                name,
                range.points().stream()
                        .mapToDouble(point -> Math.log10(point.rate()))
                        .toArray(),
                range.points().stream()
                        .mapToDouble(height)
                        .map(loss -> loss <= highest ? loss : Double.NaN)
                        .toArray());
    }

    private static ObjectNode document(RateRange range, OptionalDouble suggestion, boolean complete) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("complete", complete);
        ObjectNode section = result.putObject("learningRateTest");
        if (suggestion.isPresent()) {
            section.put("suggestion", suggestion.getAsDouble());
        } else {
            section.putNull("suggestion");
        }
        ArrayNode points = section.putArray("points");
        for (RateRange.Point point : range.points()) {
            points.addObject()
                    .put("learningRate", point.rate())
                    .put("loss", point.loss())
                    .put("smoothedLoss", point.smoothed());
        }
        return result;
    }
}
