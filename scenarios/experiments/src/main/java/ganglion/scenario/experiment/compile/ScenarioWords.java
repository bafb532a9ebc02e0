package ganglion.scenario.experiment.compile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cochlea.encode.PoissonEncoder;
import ganglion.hardware.quantity.QuantityFormat;
import ganglion.learning.engine.ReadOut;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.format.TrainedClassifier;
import java.util.List;
import java.util.Locale;

/** What stands around the inputs and the network of a compiled scenario. */
final class ScenarioWords {

    private static final int TICK_DIGITS = 17;

    private final TrainedClassifier classifier;
    private final int shiftTicks;

    ScenarioWords(TrainedClassifier classifier, int shiftTicks) {
        this.classifier = classifier;
        this.shiftTicks = shiftTicks;
    }

    static boolean ofMembranes(ReadOut readOut) {
        return readOut == ReadOut.MEAN_MEMBRANE || readOut == ReadOut.MAX_MEMBRANE;
    }

    void writeHead(ObjectNode document) {
        Features features = classifier.features();
        document.put("scenario", classifier.name());
        String sameSpikes =
                "Compiled from a trained model. Each layer acts one tick later than the layer before it, the last "
                        + shiftTicks + " ticks later than the trained network; but for that, the spikes are the same.";
        document.put(
                "description",
                classifier.mixtures().isEmpty()
                        ? sameSpikes
                        : sameSpikes + " A class is there if the mean potential of its output is above 0; the decision"
                                + " names the highest.");
        document.put("seed", classifier.training().seed());
        ObjectNode clock = document.putObject("clock");
        clock.put("tick", QuantityFormat.format(features.stepSeconds(), "s", TICK_DIGITS));
        clock.put("duration", features.steps() + shiftTicks + " ticks");
    }

    /** @param output name of the read-out population */
    void writeTail(ObjectNode document, String output) {
        ReadOut readOut = classifier.training().readOut();
        ObjectNode decision = document.putObject("decision").put("population", output);
        decision.put("read-out", readOut.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        decision.put("delay", shiftTicks + " ticks");
        decision.put("duration", classifier.features().steps() + " ticks");
        if (classifier.trained().model().outputs() == 1) {
            classifier.trained().classes().forEach(decision.putArray("classes")::add);
        }
        if (ofMembranes(readOut)) {
            document.putObject("record")
                    .put("spikes", "all")
                    .putArray("membrane")
                    .add(output);
        }
    }

    List<String> notes() {
        boolean chance = classifier.features() instanceof Features.Heard heard
                && !heard.settings().heardAs().isNumbers()
                && heard.settings().ear().encoder() instanceof PoissonEncoder;
        return chance ? List.of("the input's spikes are drawn by chance, and not the same as in training") : List.of();
    }
}
