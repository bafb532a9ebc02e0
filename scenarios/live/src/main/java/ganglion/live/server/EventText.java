package ganglion.live.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.live.event.LiveEvent.Adjustment;
import ganglion.live.event.LiveEvent.DevicePower;
import ganglion.live.event.LiveEvent.LatencyFigures;
import ganglion.live.event.LiveEvent.LiveChange;
import ganglion.live.event.LiveEvent.LiveDecision;
import ganglion.live.event.LiveEvent.LiveEnd;
import ganglion.live.event.LiveEvent.LiveNotice;
import ganglion.live.event.LiveEvent.LiveSecond;
import ganglion.live.event.LiveEvent.LiveStart;
import ganglion.live.event.LiveEvent.LiveWatch;
import ganglion.live.event.LiveEvent.PopulationRate;
import ganglion.live.event.LiveEvent.PopulationShape;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Events as the page reads them: JSON objects, each with its {@code type}. What {@code --json-lines} prints as well has the same names there. Ticks are whole numbers, times seconds, unknown figures null. */
final class EventText {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double NANOSECOND = 1e-9;

    private EventText() {}

    /**
     * @param session number of the start
     * @param values what has been adjusted since, by name
     * @param scenarios that can be switched to
     */
    static String of(LiveStart start, int session, Map<String, Double> values, List<String> scenarios) {
        ObjectNode out = typed("start").put("session", session).put("tick", start.tick());
        out.put("scenario", start.scenario())
                .put("description", start.description())
                .put("source", start.source())
                .put("tickSeconds", start.tickSeconds())
                .put("sampleRateHertz", start.sampleRateHertz());
        start.bandHertz().forEach(out.putArray("bandHertz")::add);
        ArrayNode populations = out.putArray("populations");
        for (PopulationShape each : start.populations()) {
            populations
                    .addObject()
                    .put("name", each.name())
                    .put("size", each.size())
                    .put("input", each.input());
        }
        strings(out.putArray("classes"), start.classes());
        strings(out.putArray("devices"), start.devices());
        strings(out.putArray("scenarios"), scenarios);
        ArrayNode adjustments = out.putArray("adjustments");
        for (Adjustment each : start.adjustments()) {
            adjustments
                    .addObject()
                    .put("name", each.name())
                    .put("title", each.title())
                    .put("unit", each.unit())
                    .put("least", each.least())
                    .put("most", each.most())
                    .put("step", each.step())
                    .put("value", values.getOrDefault(each.name(), each.value()));
        }
        return out.toString();
    }

    static String of(LiveDecision decision) {
        return typed("decision")
                .put("tick", decision.tick())
                .put("winner", decision.winner())
                .put("class", decision.winner() < 0 ? null : decision.label())
                .put("confidence", decision.confidence())
                .put("latencySeconds", decision.latencyNanoseconds() * NANOSECOND)
                .toString();
    }

    static String of(LiveSecond second) {
        ObjectNode out = typed("second").put("tick", second.tick());
        ArrayNode rates = out.putArray("rates");
        for (PopulationRate each : second.rates()) {
            rates.addObject()
                    .put("hertz", each.meanHertz())
                    .put("silent", each.silent())
                    .put("saturated", each.saturated());
        }
        ArrayNode devices = out.putArray("devices");
        for (DevicePower each : second.devices()) {
            ObjectNode device = devices.addObject();
            device.put("device", each.device()).put("grade", each.grade()).put("reason", each.reason());
            putKnown(device, "marginalWatts", each.marginalWatts());
            putKnown(device, "alwaysOnWatts", each.alwaysOnWatts());
        }
        LatencyFigures latency = second.latency();
        out.putObject("latency")
                .put("ticks", latency.ticks())
                .put("p50Seconds", latency.medianNanoseconds() * NANOSECOND)
                .put("p99Seconds", latency.ninetyNinePercentNanoseconds() * NANOSECOND)
                .put("p999Seconds", latency.ninetyNinePointNinePercentNanoseconds() * NANOSECOND)
                .put("longestSeconds", latency.longestNanoseconds() * NANOSECOND)
                .put("missedDeadlines", latency.missedDeadlines());
        putKnown(out, "processorLoad", second.processorLoad());
        return out.put("lostSamples", second.lostSamples()).toString();
    }

    static String of(LiveChange change) {
        return typed("change")
                .put("tick", change.tick())
                .put("setting", change.name())
                .put("value", change.value())
                .toString();
    }

    static String of(LiveNotice notice) {
        return typed("notice")
                .put("tick", notice.tick())
                .put("kind", notice.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("text", notice.text())
                .toString();
    }

    static String of(LiveEnd end) {
        return typed("end").put("tick", end.tick()).put("reason", end.reason()).toString();
    }

    static String of(LiveWatch watch) {
        ObjectNode out = typed("watch");
        watch.neurons().forEach(out.putArray("neurons")::add);
        return out.toString();
    }

    /** The scenarios that can be switched to. */
    static String scenarios(List<String> names) {
        ObjectNode out = typed("scenarios");
        strings(out.putArray("scenarios"), names);
        return out.toString();
    }

    static String recording(boolean on) {
        return typed("recording").put("on", on).toString();
    }

    /** An answer to a message that could not be followed. */
    static String problem(String text) {
        return typed("problem").put("text", text).toString();
    }

    /** A stretch is kept in a folder. */
    static String kept(String folder) {
        return typed("kept").put("folder", folder).toString();
    }

    /**
     * A sign of life, every second.
     *
     * @param skipped pictures that this browser was too slow for
     * @param lost ticks of which no picture was made because the server was too slow
     */
    static String pulse(long skipped, long lost, int browsers) {
        return typed("pulse")
                .put("skipped", skipped)
                .put("lost", lost)
                .put("browsers", browsers)
                .toString();
    }

    private static ObjectNode typed(String type) {
        return JSON.createObjectNode().put("type", type);
    }

    private static void putKnown(ObjectNode out, String name, double value) {
        if (Double.isFinite(value)) {
            out.put(name, value);
        } else {
            out.putNull(name);
        }
    }

    private static void strings(ArrayNode out, List<String> values) {
        values.forEach(out::add);
    }
}
