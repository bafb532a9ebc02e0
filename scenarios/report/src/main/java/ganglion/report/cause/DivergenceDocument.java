package ganglion.report.cause;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.kernel.cause.PotentialParts;
import ganglion.kernel.cause.SpikeId;
import ganglion.report.files.JsonDocument;
import ganglion.scenario.cause.Divergence;
import ganglion.scenario.cause.PartPair;
import java.util.List;
import java.util.Locale;

/** Where two runs first differ, and why, as a JSON document. */
public final class DivergenceDocument {

    private static final String FORMAT = "ganglion-divergence";
    private static final int FORMAT_VERSION = 1;

    private final DivergenceQuestion question;

    private DivergenceDocument(DivergenceQuestion question) {
        this.question = question;
    }

    /** Describes the answer. */
    public static ObjectNode of(DivergenceQuestion question) {
        return new DivergenceDocument(question).document();
    }

    private ObjectNode document() {
        ObjectNode document = JsonDocument.start(FORMAT, FORMAT_VERSION);
        document.putArray("scenarios")
                .add(question.first().scenario())
                .add(question.second().scenario());
        document.put("tickSeconds", question.first().replay().scenario().clock().tickSeconds());
        document.put("ticks", question.ticks());
        document.put("same", question.divergence().isEmpty());
        ArrayNode networks = document.putArray("networks");
        question.networks().forEach(difference -> networks.add(DivergenceWords.of(question, difference)));
        question.divergence().ifPresent(divergence -> add(divergence, document));
        return document;
    }

    private void add(Divergence divergence, ObjectNode document) {
        document.put("tick", divergence.tick());
        list(divergence.onlyFirst(), document.putArray("onlyFirst"));
        list(divergence.onlySecond(), document.putArray("onlySecond"));
        divergence.sides().ifPresent(sides -> {
            ObjectNode object = document.putObject("cause");
            put(sides.at(), object);
            put(sides.first(), object.putObject("first"));
            put(sides.second(), object.putObject("second"));
            ArrayNode differing = object.putArray("differing");
            sides.differing().forEach(pair -> put(pair, differing.addObject()));
        });
    }

    private void list(List<SpikeId> spikes, ArrayNode list) {
        spikes.forEach(spike -> put(spike, list.addObject()));
    }

    private void put(SpikeId spike, ObjectNode object) {
        SpikeKeys.put(question.first(), spike, object);
    }

    private static void put(PotentialParts parts, ObjectNode object) {
        object.put("potential", parts.potential());
        object.put("level", parts.isOutOfReach() ? null : parts.level());
    }

    private void put(PartPair pair, ObjectNode object) {
        object.put("part", pair.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (pair.source() != null) {
            put(pair.source(), object);
            object.put("firstWeight", pair.firstWeight()).put("secondWeight", pair.secondWeight());
        }
        if (pair.kind() == PartPair.Kind.CURRENT) {
            object.put("current", pair.current());
        }
        object.put("first", pair.first()).put("second", pair.second());
    }
}
