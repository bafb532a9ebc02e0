package ganglion.live.event;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.live.event.LiveEvent.Adjustment;
import ganglion.live.event.LiveEvent.DevicePower;
import ganglion.live.event.LiveEvent.LatencyFigures;
import ganglion.live.event.LiveEvent.LiveChange;
import ganglion.live.event.LiveEvent.LiveDecision;
import ganglion.live.event.LiveEvent.LiveEnd;
import ganglion.live.event.LiveEvent.LiveFrame;
import ganglion.live.event.LiveEvent.LiveNotice;
import ganglion.live.event.LiveEvent.LiveSecond;
import ganglion.live.event.LiveEvent.LiveStart;
import ganglion.live.event.LiveEvent.LiveWatch;
import ganglion.live.event.LiveEvent.PopulationRate;
import ganglion.live.event.LiveEvent.PopulationShape;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Events as JSON objects, one for each. Frames, of which there are many, and what belongs to them are left out. Numbers that are not known are null. */
public final class EventJson {

    private static final double NANOSECOND = 1e-9;

    private LiveStart start;

    /** The object of an event; empty for one that is left out. The start of a session comes first. */
    public Optional<ObjectNode> of(LiveEvent event) {
        if (event instanceof LiveFrame || event instanceof LiveWatch) {
            return Optional.empty();
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("event", word(event));
        if (event instanceof LiveStart started) {
            start = started;
        }
        node.put("tick", event.tick());
        node.put("seconds", event.tick() * start.tickSeconds());
        if (event instanceof LiveStart started) {
            add(started, node);
        } else if (event instanceof LiveDecision decision) {
            add(decision, node);
        } else if (event instanceof LiveSecond second) {
            add(second, node);
        } else if (event instanceof LiveChange change) {
            node.put("setting", change.name()).put("value", change.value());
        } else if (event instanceof LiveNotice notice) {
            node.put("kind", notice.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .put("text", notice.text());
        } else if (event instanceof LiveEnd end) {
            node.put("reason", end.reason());
        }
        return Optional.of(node);
    }

    private static String word(LiveEvent event) {
        return event.getClass().getSimpleName().substring("Live".length()).toLowerCase(Locale.ROOT);
    }

    private static void add(LiveStart started, ObjectNode node) {
        node.put("scenario", started.scenario())
                .put("source", started.source())
                .put("tickSeconds", started.tickSeconds())
                .put("sampleRateHertz", started.sampleRateHertz());
        ArrayNode populations = node.putArray("populations");
        for (PopulationShape population : started.populations()) {
            populations.addObject().put("name", population.name()).put("size", population.size());
        }
        started.classes().forEach(node.putArray("classes")::add);
        started.devices().forEach(node.putArray("devices")::add);
        ArrayNode adjustments = node.putArray("adjustments");
        for (Adjustment adjustment : started.adjustments()) {
            adjustments
                    .addObject()
                    .put("name", adjustment.name())
                    .put("unit", adjustment.unit())
                    .put("least", adjustment.least())
                    .put("most", adjustment.most())
                    .put("value", adjustment.value());
        }
    }

    private static void add(LiveDecision decision, ObjectNode node) {
        if (decision.winner() < 0) {
            node.putNull("class");
        } else {
            node.put("class", decision.label());
        }
        node.put("confidence", decision.confidence()).put("latencySeconds", decision.latencyNanoseconds() * NANOSECOND);
    }

    private void add(LiveSecond second, ObjectNode node) {
        ArrayNode rates = node.putArray("rates");
        List<PopulationRate> found = second.rates();
        for (int p = 0; p < found.size(); p++) {
            rates.addObject()
                    .put("population", start.populations().get(p).name())
                    .put("hertz", found.get(p).meanHertz())
                    .put("silent", found.get(p).silent())
                    .put("saturated", found.get(p).saturated());
        }
        ArrayNode devices = node.putArray("devices");
        for (DevicePower power : second.devices()) {
            ObjectNode device = devices.addObject().put("device", power.device());
            put("marginalWatts", power.marginalWatts(), device);
            put("alwaysOnWatts", power.alwaysOnWatts(), device);
            device.put("grade", power.grade()).put("reason", power.reason());
        }
        LatencyFigures latency = second.latency();
        ObjectNode times = node.putObject("latency").put("ticks", latency.ticks());
        times.put("p50Seconds", latency.medianNanoseconds() * NANOSECOND)
                .put("p99Seconds", latency.ninetyNinePercentNanoseconds() * NANOSECOND)
                .put("p999Seconds", latency.ninetyNinePointNinePercentNanoseconds() * NANOSECOND)
                .put("longestSeconds", latency.longestNanoseconds() * NANOSECOND)
                .put("missedDeadlines", latency.missedDeadlines());
        put("processorLoad", second.processorLoad(), node);
        node.put("lostSamples", second.lostSamples());
    }

    /** JSON has no numbers that are not finite. */
    private static void put(String name, double value, ObjectNode node) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }
}
