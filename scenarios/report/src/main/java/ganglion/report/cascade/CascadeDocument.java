package ganglion.report.cascade;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.hardware.cascade.BreakEvenRate;
import ganglion.hardware.cascade.CascadeEnergy;
import ganglion.hardware.cascade.JointDecisions;
import ganglion.hardware.figure.Interval;
import ganglion.report.cascade.CascadeResult.Pair;
import ganglion.report.cascade.RecordedStage.OnDevice;
import ganglion.report.files.JsonDocument;
import java.util.Optional;

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
        document.set("decisions", decisions(result.joint()));
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

    private static ObjectNode decisions(JointDecisions joint) {
        ObjectNode node = object();
        node.set("recall", joint.recall().json());
        node.set("falseWakes", joint.falseWakes().json());
        node.set("eventsRightTogether", joint.rightTogether().json());
        node.set("eventsRightLargeAlone", joint.rightAlone().json());
        node.set("eventsRightSmallAlone", joint.rightOfSmall().json());
        node.set("falseAlarmsTogether", joint.alarmsTogether().json());
        node.set("falseAlarmsLargeAlone", joint.alarmsAlone().json());
        return node;
    }

    private static ObjectNode pair(CascadeResult result, Pair pair) {
        ObjectNode node = object();
        node.set("small", device(pair.small()));
        node.set("large", device(pair.large()));
        node.put("grade", pair.grade().name());
        CascadeEnergy energy = pair.energy();
        node.put("smallAloneJoulesPerHour", energy.smallAlonePerHour());
        node.put("largeAloneJoulesPerHour", energy.largeAlonePerHour());
        node.set("breakEven", breakEven(energy.breakEven()));
        CascadeEnergy fewest = result.withFewestWakes(pair);
        CascadeEnergy most = result.withMostWakes(pair);
        node.set("breakEvenWithFewestWakes", breakEven(fewest.breakEven()));
        node.set("breakEvenWithMostWakes", breakEven(most.breakEven()));
        ArrayNode rates = node.putArray("rates");
        for (double events : result.eventsPerHour()) {
            ObjectNode rate = rate(energy, events);
            rate.put("joulesPerHourWithFewestWakes", fewest.perHour(events));
            rate.put("joulesPerHourWithMostWakes", most.perHour(events));
            rates.add(rate);
        }
        return node;
    }

    private static ObjectNode breakEven(BreakEvenRate rate) {
        ObjectNode node = object().put("saves", BreakEvenText.word(rate));
        if (rate instanceof BreakEvenRate.At at) {
            node.put("eventsPerHour", at.eventsPerHour());
        }
        return node;
    }

    private static ObjectNode device(OnDevice device) {
        return object().put("profile", device.power().device())
                .put("computation", device.computation())
                .put("restWatts", device.power().restWatts())
                .put("rest", device.asleep() ? "sleep" : "idle")
                .put("decisionJoules", device.power().decisionJoules())
                .put("workSeconds", device.power().workSeconds())
                .put("grade", device.power().reliability().grade().name());
    }

    private static ObjectNode rate(CascadeEnergy energy, double events) {
        ObjectNode node = object().put("eventsPerHour", events);
        node.put("wakesPerHour", energy.rates().wakesPerHour(events));
        node.put("joulesPerHour", energy.perHour(events));
        node.set("interval", interval(energy.interval(events)));
        node.put("timesLess", energy.perHour(events) == 0 ? null : (Double) energy.saving(events));
        node.set("timesLessInterval", interval(energy.savingInterval(events)));
        return node;
    }

    private static ObjectNode interval(Optional<Interval> interval) {
        return interval.map(range -> object().put("low", range.low()).put("high", range.high()))
                .orElse(null);
    }
}
