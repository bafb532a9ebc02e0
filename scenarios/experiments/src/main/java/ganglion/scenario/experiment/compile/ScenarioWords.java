package ganglion.scenario.experiment.compile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.format.SavedClassifier;
import java.util.List;

/** The parts of a compiled scenario around its inputs and its network. */
final class ScenarioWords {

    private static final int TICK_DIGITS = 17;

    private final SavedClassifier classifier;
    private final int shiftTicks;

    ScenarioWords(SavedClassifier classifier, int shiftTicks) {
        this.classifier = classifier;
        this.shiftTicks = shiftTicks;
    }

    void writeHead(ObjectNode document) {
        Features features = classifier.features();
        document.put("scenario", classifier.name());
        document.put(
                "description",
                "Compiled from a trained model. Each layer acts one tick later than the layer before it, the last "
                        + shiftTicks + (shiftTicks == 1 ? " tick" : " ticks")
                        + " later than the trained network; but for that, the spikes are the same.");
        document.put("seed", classifier.seed());
        ObjectNode clock = document.putObject("clock");
        clock.put("tick", QuantityFormat.format(features.stepSeconds(), "s", TICK_DIGITS));
        clock.put("duration", features.steps() + shiftTicks + " ticks");
    }

    /**
     * Writes how a class is decided.
     *
     * @param output name of the read-out population
     * @param recorded whether potentials have to be recorded for that
     * @return the written decision, for further keys
     */
    ObjectNode writeDecision(ObjectNode document, String output, String readOut, boolean recorded) {
        ObjectNode decision = document.putObject("decision").put("population", output);
        decision.put("read-out", readOut);
        decision.put("delay", shiftTicks + " ticks");
        decision.put("duration", classifier.features().steps() + " ticks");
        if (recorded) {
            document.putObject("record")
                    .put("spikes", "all")
                    .putArray("membrane")
                    .add(output);
        }
        return decision;
    }

    List<String> notes() {
        boolean chance = classifier.features() instanceof Features.Heard heard
                && !heard.settings().heardAs().isNumbers()
                && heard.settings().ear().encoder().isRandom();
        return chance ? List.of("the spikes of the input are random, and differ from those in training") : List.of();
    }
}
