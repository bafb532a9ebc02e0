package ganglion.report.cascade;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.hardware.cascade.CascadeJson;
import ganglion.report.cascade.CascadeResult.Pair;
import ganglion.report.cascade.RecordedStage.OnDevice;
import ganglion.report.files.JsonDocument;

/** A cascade as one JSON document. */
public final class CascadeDocument {

    static final String FORMAT = "ganglion-cascade";

    /** Version of the format that is written. */
    static final int FORMAT_VERSION = 1;

    private CascadeDocument() {}

    /** The document. */
    public static ObjectNode of(CascadeResult result) {
        ObjectNode document = JsonDocument.start(FORMAT, FORMAT_VERSION);
        document.set("small", stage(result.small()));
        document.set("large", stage(result.large()));
        document.put("boundary", result.question().boundary().word());
        ArrayNode events = document.putArray("events");
        result.question().events().stream().sorted().forEach(events::add);
        ArrayNode waking = document.putArray("waking");
        result.question().waking().stream().sorted().forEach(waking::add);
        document.put("handoverJoules", result.question().handoverJoules());
        document.put("windowsPerHour", result.rates().windowsPerHour());
        document.put("falseWakesPerHour", result.rates().falseWakesPerHour());
        document.set("decisions", CascadeJson.decisions(result.joint()));
        ArrayNode pairs = document.putArray("pairs");
        result.pairs().forEach(pair -> pairs.add(pair(result, pair)));
        ArrayNode left = document.putArray("left");
        result.left().forEach(left::add);
        ArrayNode notes = document.putArray("notes");
        result.notes().forEach(notes::add);
        return document;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode stage(RecordedStage stage) {
        return object().put("scenario", stage.name())
                .put("precision", stage.precision().isEmpty() ? null : stage.precision())
                .put("clips", stage.decisions().size());
    }

    private static ObjectNode pair(CascadeResult result, Pair pair) {
        ObjectNode node = object();
        node.set("small", device(pair.small()));
        node.set("large", device(pair.large()));
        CascadeJson.putEnergy(node, pair.energy(), result.joint(), result.eventsPerHour());
        return node;
    }

    private static ObjectNode device(OnDevice device) {
        return CascadeJson.stage(device.power(), device.computation(), device.asleep());
    }
}
