package ganglion.study.experiment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.scenario.experiment.outcome.EpochCurves;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingOutcome.Chart;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.study.fourier.ToneAmplitudeTask;
import ganglion.study.fourier.ToneAmplitudeTask.Accuracy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Trains a network to read amplitudes off a learned Fourier transform. */
public final class ToneAmplitudesRun {

    private final ToneAmplitudes experiment;
    private final TrainingProgress progress;

    ToneAmplitudesRun(ToneAmplitudes experiment, TrainingProgress progress) {
        this.experiment = experiment;
        this.progress = progress;
    }

    TrainingOutcome run() {
        ToneAmplitudeTask task = experiment.task();
        List<Accuracy> epochs = new ArrayList<>();
        long start = System.nanoTime();
        ToneAmplitudeTask.Result result = task.run(accuracy -> {
            epochs.add(accuracy);
            progress.epochDone("epoch " + epochs.size() + "/" + task.epochs() + ": " + words(accuracy));
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        return new TrainingOutcome(
                experiment,
                Optional.empty(),
                document(result, seconds),
                charts(result.epochs()),
                List.of(),
                List.of(
                        "best epoch: " + result.bestEpoch() + " of " + task.epochs(),
                        "network: " + words(result.best()),
                        "best linear read-out, by least squares: " + words(result.leastSquares())),
                List.of(),
                true);
    }

    private static String words(Accuracy accuracy) {
        return String.format(
                Locale.ROOT,
                "%.2f %% right to three decimals, mean error %.2e",
                100 * accuracy.exactShare(),
                accuracy.meanError());
    }

    private static List<Chart> charts(List<Accuracy> epochs) {
        List<Double> errors = epochs.stream().map(Accuracy::meanError).toList();
        List<Double> shares = epochs.stream().map(Accuracy::exactShare).toList();
        return List.of(
                new Chart(
                        "Right to three decimals",
                        "epoch",
                        "%",
                        List.of(EpochCurves.of("amplitudes", shares, share -> 100 * share))),
                new Chart(
                        "Mean absolute error",
                        "epoch",
                        "log10",
                        List.of(EpochCurves.of("amplitudes", errors, Math::log10))));
    }

    private static ObjectNode document(ToneAmplitudeTask.Result result, double seconds) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("complete", true);
        ObjectNode amplitudes = document.putObject("amplitudes");
        ArrayNode epochs = amplitudes.putArray("epochs");
        result.epochs().forEach(accuracy -> put(epochs.addObject(), accuracy));
        amplitudes.put("bestEpoch", result.bestEpoch());
        put(amplitudes.putObject("best"), result.best());
        put(amplitudes.putObject("leastSquares"), result.leastSquares());
        amplitudes.put("transformLargestError", result.transformError());
        document.putObject("wallClock").put("totalSeconds", seconds);
        return document;
    }

    private static void put(ObjectNode node, Accuracy accuracy) {
        node.put("rightToThreeDecimals", accuracy.exactShare()).put("meanAbsoluteError", accuracy.meanError());
    }
}
