package ganglion.scenario.experiment.compile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.format.SavedClassifier;
import java.util.List;

/** The parts of a compiled scenario around its inputs and its network. */
final class ScenarioWords {

    private static final int TICK_DIGITS = 17;

    private static final String LEARNED_DELAYS =
            "Compiled from a model that was trained in continuous time. On these ticks, a neuron fires at the first at which"
                    + " its potential has reached the threshold, and delays are whole ticks; the spikes are those of the model on"
                    + " the same ticks.";

    private final SavedClassifier classifier;
    private final int shiftTicks;
    private final int ticksPerStep;

    ScenarioWords(SavedClassifier classifier, int shiftTicks) {
        this(classifier, shiftTicks, 1);
    }

    /**
     * The words of a scenario with several ticks to a step of the samples.
     *
     * @param shiftTicks ticks by which the output is late; 0 if delays are part of what was learned
     */
    ScenarioWords(SavedClassifier classifier, int shiftTicks, int ticksPerStep) {
        this.classifier = classifier;
        this.shiftTicks = shiftTicks;
        this.ticksPerStep = ticksPerStep;
    }

    private String description() {
        return shiftTicks == 0
                ? LEARNED_DELAYS
                : "Compiled from a trained model. Each layer acts one tick later than the layer before it, the last "
                        + shiftTicks + (shiftTicks == 1 ? " tick" : " ticks")
                        + " later than the trained network; but for that, the spikes are the same.";
    }

    private long ticks() {
        return (long) classifier.features().steps() * ticksPerStep;
    }

    void writeHead(ObjectNode document) {
        Features features = classifier.features();
        document.put("scenario", classifier.name());
        document.put("description", description());
        document.put("seed", classifier.seed());
        ObjectNode clock = document.putObject("clock");
        clock.put("tick", QuantityFormat.format(features.stepSeconds() / ticksPerStep, "s", TICK_DIGITS));
        clock.put("duration", ticks() + shiftTicks + " ticks");
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
        decision.put("duration", ticks() + " ticks");
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
