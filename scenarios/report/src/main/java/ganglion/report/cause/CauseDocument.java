package ganglion.report.cause;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.kernel.cause.EventPart;
import ganglion.kernel.cause.PotentialParts;
import ganglion.kernel.cause.SpikeId;
import ganglion.report.files.JsonDocument;
import ganglion.scenario.cause.CauseAnswer;
import ganglion.scenario.cause.CauseNode;
import ganglion.scenario.cause.KnockOut;
import ganglion.scenario.cause.NeuronOrigins;
import ganglion.scenario.cause.Origins;
import ganglion.scenario.cause.SourceShare;
import java.util.List;

/** The answer to why a neuron fired, or did not, as a JSON document. Potentials are in units of the scenario. */
public final class CauseDocument {

    private static final String FORMAT = "ganglion-causes";
    private static final int FORMAT_VERSION = 1;

    private final AskedRun run;

    private CauseDocument(AskedRun run) {
        this.run = run;
    }

    /** Describes an answer. */
    public static ObjectNode of(AskedRun run, CauseAnswer explanation) {
        return new CauseDocument(run).document(explanation);
    }

    /** Describes where the spikes that took a decision came from. */
    public static ObjectNode of(DecisionQuestion question) {
        return new CauseDocument(question.run()).document(question);
    }

    private ObjectNode document(DecisionQuestion question) {
        ObjectNode document = start();
        JsonNode decision = question.decision();
        for (String key : List.of("file", "label", "winner", "correct", "fromTick", "untilTick")) {
            document.set(key, decision.get(key));
        }
        document.put("restsUntilTick", question.restsUntilTick());
        question.runnerUp()
                .ifPresent(next -> document.putObject("runnerUp")
                        .put("neuron", next.neuron())
                        .put("label", next.label())
                        .put("spikes", next.spikes())
                        .put("winnerSpikes", next.winnerSpikes())
                        .put("tie", next.isTie()));
        ArrayNode voices = document.putArray("voices");
        for (DecisionQuestion.Voice voice : question.voices()) {
            NeuronOrigins origins = voice.origins();
            ObjectNode object = voices.addObject();
            object.put("population", run.populations().get(origins.population()));
            object.put("neuron", origins.neuron()).put("label", voice.label()).put("spikes", origins.spikes());
            object.put("drives", origins.drives());
            object.put("currents", origins.currents());
            object.put("notFollowed", origins.notFollowed());
            object.put("noSums", origins.noSums());
            ArrayNode inputs = object.putArray("inputs");
            origins.inputs().forEach((source, share) -> {
                ObjectNode input = inputs.addObject();
                input.put("population", run.populations().get(source.population()));
                input.put("neuron", source.neuron()).put("share", share);
                question.bandHertz(source).ifPresent(hertz -> input.put("bandHertz", hertz));
            });
        }
        return document;
    }

    private ObjectNode start() {
        ObjectNode document = JsonDocument.start(FORMAT, FORMAT_VERSION);
        document.put("scenario", run.scenario());
        document.put("tickSeconds", run.replay().scenario().clock().tickSeconds());
        return document;
    }

    private ObjectNode document(CauseAnswer explanation) {
        ObjectNode document = start();
        document.put("fired", explanation.fired());
        document.put("repeatedAlone", explanation.repeated());
        document.set("cause", node(explanation.root()));
        ArrayNode followed = document.putArray("followed");
        explanation.followed().forEach(cause -> followed.add(node(cause)));
        explanation.origins().ifPresent(origins -> document.set("origins", origins(origins)));
        explanation.knockOut().ifPresent(knockOut -> {
            ObjectNode object = knockOut(knockOut);
            explanation
                    .inNetwork()
                    .ifPresent(fate -> WithoutDocument.describe(fate, object.putObject("inWholeNetwork")));
            document.set("withoutMainSource", object);
        });
        return document;
    }

    private ObjectNode node(CauseNode node) {
        ObjectNode object = spike(node.at());
        PotentialParts parts = node.parts();
        object.put("share", node.share());
        object.put("potential", parts.potential());
        object.put("level", parts.isOutOfReach() ? null : parts.level());
        object.put("sum", parts.sum());
        object.put("lift", node.lift());
        object.put("sinceTick", parts.since());
        object.put("reference", parts.reference());
        object.put("initial", parts.initial());
        object.put("drive", parts.drive());
        object.put("ownSpikes", parts.ownSpikes());
        ArrayNode currents = object.putArray("currents");
        parts.currents().forEach(currents::add);
        ArrayNode sources = object.putArray("sources");
        node.sources().forEach(source -> sources.add(source(source)));
        ArrayNode events = object.putArray("events");
        parts.events().forEach(event -> events.add(event(event)));
        return object;
    }

    private ObjectNode spike(SpikeId spike) {
        return SpikeKeys.put(run, spike, JsonNodeFactory.instance.objectNode());
    }

    private ObjectNode source(SourceShare source) {
        return spike(source.spike()).put("amount", source.amount()).put("share", source.share());
    }

    private ObjectNode event(EventPart event) {
        ObjectNode object = spike(new SpikeId(
                run.replay().network().sourceOf(event.synapse().projection()),
                event.synapse().source(),
                event.firedTick()));
        return object.put("projection", event.synapse().projection())
                .put("delayTicks", event.synapse().delayTicks())
                .put("weight", event.weight())
                .put("response", event.response())
                .put("amount", event.amount());
    }

    private ObjectNode origins(Origins origins) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("drives", origins.drives());
        object.put("currents", origins.currents());
        object.put("notFollowed", origins.notFollowed());
        object.put("noSums", origins.noSums());
        ArrayNode inputs = object.putArray("inputs");
        origins.inputs().forEach((spike, share) -> {
            ObjectNode input = spike(spike).put("share", share);
            run.heard(spike).ifPresent(heard -> {
                input.put("file", heard.file());
                input.put("seconds", heard.seconds());
                heard.bandHertz().ifPresent(hertz -> input.put("bandHertz", hertz));
            });
            inputs.add(input);
        });
        return object;
    }

    private ObjectNode knockOut(KnockOut knockOut) {
        ObjectNode object = spike(knockOut.left());
        object.put("needed", knockOut.needed());
        object.put("stillFires", knockOut.fires());
        object.put("nextTick", knockOut.next().isPresent() ? knockOut.next().getAsLong() : null);
        return object;
    }
}
