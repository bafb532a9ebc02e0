package ganglion.report.cause;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.kernel.cause.Removal;
import ganglion.kernel.cause.SpikeId;
import ganglion.report.cause.WithoutQuestion.DecisionFate;
import ganglion.report.files.JsonDocument;
import ganglion.scenario.cause.RunChanges;
import ganglion.scenario.cause.SpikeFate;
import java.util.List;

/** What a run would have been without something, as a JSON document. */
public final class WithoutDocument {

    private static final String FORMAT = "ganglion-without";
    private static final int FORMAT_VERSION = 1;

    private final WithoutQuestion question;
    private final AskedRun run;

    private WithoutDocument(WithoutQuestion question) {
        this.question = question;
        this.run = question.run();
    }

    /** Describes the answer. */
    public static ObjectNode of(WithoutQuestion question) {
        return new WithoutDocument(question).document();
    }

    private ObjectNode document() {
        ObjectNode document = JsonDocument.start(FORMAT, FORMAT_VERSION);
        document.put("scenario", run.scenario());
        document.put("tickSeconds", run.replay().scenario().clock().tickSeconds());
        document.put("ticks", run.replay().ticks());
        ArrayNode without = document.putArray("without");
        question.removals().forEach(removal -> without.add(removal(removal)));
        question.moment().ifPresent(moment -> {
            ObjectNode object = fate(moment.fate());
            object.put("fired", moment.fired());
            document.set("spike", object);
        });
        question.decision().ifPresent(fate -> document.set("decision", decision(fate)));
        ArrayNode populations = document.putArray("spikes");
        List<RunChanges.PopulationCounts> counts = question.changes().populations();
        for (int p = 0; p < counts.size(); p++) {
            populations
                    .addObject()
                    .put("population", run.populations().get(p))
                    .put("before", counts.get(p).before())
                    .put("after", counts.get(p).after())
                    .put("lost", counts.get(p).lost())
                    .put("new", counts.get(p).added());
        }
        ArrayNode lost = document.putArray("firstLost");
        question.changes().firstLost().forEach(spike -> lost.add(spike(spike)));
        ArrayNode added = document.putArray("firstNew");
        question.changes().firstNew().forEach(spike -> added.add(spike(spike)));
        document.put("decisionsCompared", question.decisions().size());
        ArrayNode changed = document.putArray("decisionsChanged");
        question.decisions().stream()
                .filter(DecisionFate::changes)
                .forEach(decision -> changed.add(decision(decision)));
        return document;
    }

    private ObjectNode removal(Removal removal) {
        if (removal instanceof Removal.OfSpike of) {
            return spike(of.spike());
        }
        if (removal instanceof Removal.OfNeuron of) {
            return neuron(of.population(), of.neuron());
        }
        Removal.OfSynapses of = (Removal.OfSynapses) removal;
        ObjectNode object = neuron(of.population(), of.neuron());
        object.put("targetPopulation", run.populations().get(of.targetPopulation()));
        return object.put("target", of.target());
    }

    private ObjectNode neuron(int population, int neuron) {
        return SpikeKeys.put(run, population, neuron, JsonNodeFactory.instance.objectNode());
    }

    private ObjectNode spike(SpikeId spike) {
        return SpikeKeys.put(run, spike, JsonNodeFactory.instance.objectNode());
    }

    private ObjectNode fate(SpikeFate fate) {
        return describe(fate, spike(fate.spike()));
    }

    /** Adds what has become of a spike to an object. */
    static ObjectNode describe(SpikeFate fate, ObjectNode object) {
        object.put("stillFires", fate.fires());
        object.put("movedToTick", fate.movedTo().isPresent() ? fate.movedTo().getAsLong() : null);
        object.put("nextTick", fate.next().isPresent() ? fate.next().getAsLong() : null);
        return object;
    }

    private static ObjectNode decision(DecisionFate fate) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        return object.put("file", fate.file())
                .put("label", fate.label())
                .put("before", fate.before())
                .put("after", fate.after());
    }
}
