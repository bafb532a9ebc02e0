package ganglion.scenario.experiment.outcome;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.scenario.experiment.TrainingStart;
import java.util.ArrayList;
import java.util.List;

/** What a training began with, if not with random values. */
public record StartFigures(TrainingStart start) {

    /** Human-readable lines; none, if there is nothing to say. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        start.from()
                .ifPresent(source -> lines.add("started from " + source.model()
                        + (source.frozen().isEmpty() ? "" : ", frozen: " + String.join(", ", source.frozen()))
                        + (source.fresh().isEmpty() ? "" : ", fresh: " + String.join(", ", source.fresh()))));
        start.rate()
                .ifPresent(rate ->
                        lines.add("hidden neurons were set to " + rate + " spikes per step before the first epoch"));
        return lines;
    }

    /** Puts it into a result, as {@code start}; nothing, if there is nothing to say. */
    public void putInto(ObjectNode result) {
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        start.from().ifPresent(source -> {
            own.put("model", source.model().toString());
            ArrayNode frozen = own.putArray("frozen");
            source.frozen().forEach(frozen::add);
            ArrayNode fresh = own.putArray("fresh");
            source.fresh().forEach(fresh::add);
        });
        start.rate().ifPresent(rate -> own.put("initialRate", rate));
        if (!own.isEmpty()) {
            result.set("start", own);
        }
    }
}
