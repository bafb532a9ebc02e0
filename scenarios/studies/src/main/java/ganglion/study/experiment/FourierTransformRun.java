package ganglion.study.experiment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.scenario.experiment.outcome.EpochCurves;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.study.fourier.FourierTransformTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Trains a linear layer on the Fourier transform. */
public final class FourierTransformRun {

    /** The loss that the founding study reached within 20 epochs. */
    private static final double STUDY_LOSS = 1e-6;

    private final FourierTransform experiment;
    private final TrainingProgress progress;

    FourierTransformRun(FourierTransform experiment, TrainingProgress progress) {
        this.experiment = experiment;
        this.progress = progress;
    }

    TrainingOutcome run() {
        FourierTransformTask task = experiment.task();
        List<Double> losses = new ArrayList<>();
        long start = System.nanoTime();
        FourierTransformTask.Result result = task.run(loss -> {
            losses.add(loss);
            progress.epochDone(
                    String.format(Locale.ROOT, "epoch %d/%d: loss %.2e", losses.size(), task.epochs(), loss));
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        return new TrainingOutcome(
                experiment,
                Optional.empty(),
                document(result, seconds),
                List.of(new TrainingOutcome.Chart(
                        "Loss on held-out frames",
                        "epoch",
                        "log10",
                        List.of(EpochCurves.of("loss", losses, Math::log10)))),
                List.of(),
                summary(result),
                List.of(),
                true);
    }

    private static List<String> summary(FourierTransformTask.Result result) {
        int reached = result.epochsToReach(STUDY_LOSS);
        double last = result.losses().get(result.losses().size() - 1);
        return List.of(
                String.format(Locale.ROOT, "loss below 1e-6: %s", reached == 0 ? "never" : "after epoch " + reached),
                String.format(Locale.ROOT, "loss after the last epoch: %.2e", last),
                String.format(Locale.ROOT, "largest error of an output: %.2e", result.largestError()));
    }

    private static ObjectNode document(FourierTransformTask.Result result, double seconds) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("complete", true);
        ObjectNode transform = document.putObject("transform");
        result.losses().forEach(transform.putArray("losses")::add);
        transform.put("epochsToLossBelow1e-6", result.epochsToReach(STUDY_LOSS));
        transform.put("largestError", result.largestError());
        document.putObject("wallClock").put("totalSeconds", seconds);
        return document;
    }
}
