package ganglion.hardware.cascade;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.hardware.figure.Interval;
import java.util.List;
import java.util.Optional;

/** Figures of cascades as JSON. */
public final class CascadeJson {

    private CascadeJson() {}

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** What is decided together and alone. */
    public static ObjectNode decisions(JointDecisions joint) {
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

    /**
     * A device.
     *
     * @param computation what it computes
     * @param asleep whether it sleeps between decisions
     */
    public static ObjectNode stage(StagePower power, String computation, boolean asleep) {
        return object().put("profile", power.device())
                .put("computation", computation)
                .put("restWatts", power.restWatts())
                .put("rest", asleep ? "sleep" : "idle")
                .put("decisionJoules", power.decisionJoules())
                .put("workSeconds", power.workSeconds())
                .put("grade", power.reliability().grade().name());
    }

    /**
     * Puts the energies of a cascade into a section.
     *
     * @param joint what both networks decide, for the intervals of what was counted
     * @param eventsPerHour rates of the event
     */
    public static void putEnergy(
            ObjectNode node, CascadeEnergy energy, JointDecisions joint, List<Double> eventsPerHour) {
        double windows = energy.rates().windowsPerHour();
        CascadeEnergy fewest = energy.with(joint.fewestWakes(windows));
        CascadeEnergy most = energy.with(joint.mostWakes(windows));
        node.put("grade", energy.grade().name());
        node.put("smallAloneJoulesPerHour", energy.smallAlonePerHour());
        node.put("largeAloneJoulesPerHour", energy.largeAlonePerHour());
        node.set("breakEven", breakEven(energy.breakEven()));
        node.set("breakEvenWithFewestWakes", breakEven(fewest.breakEven()));
        node.set("breakEvenWithMostWakes", breakEven(most.breakEven()));
        ArrayNode rates = node.putArray("rates");
        for (double events : eventsPerHour) {
            ObjectNode rate = rate(energy, events);
            rate.put("joulesPerHourWithFewestWakes", fewest.perHour(events));
            rate.put("joulesPerHourWithMostWakes", most.perHour(events));
            rates.add(rate);
        }
    }

    private static ObjectNode breakEven(BreakEvenRate rate) {
        ObjectNode node = object().put("saves", BreakEvenText.word(rate));
        if (rate instanceof BreakEvenRate.At at) {
            node.put("eventsPerHour", at.eventsPerHour());
        }
        return node;
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
