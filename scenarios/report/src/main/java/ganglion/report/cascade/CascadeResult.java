package ganglion.report.cascade;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.hardware.cascade.CascadeEnergy;
import ganglion.hardware.cascade.JointDecisions;
import ganglion.hardware.cascade.WakeRates;
import ganglion.hardware.figure.Reliability.Grade;
import ganglion.report.cascade.RecordedStage.OnDevice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two networks as a cascade, on each pair of their devices.
 *
 * @param question what was asked
 * @param small the network that is always on
 * @param large the network that is woken
 * @param joint what they decide together
 * @param rates wakes
 * @param eventsPerHour the rates of the event, the least first
 * @param pairs each pair of devices, in each way in which these compute; the one that takes least at the least rate first
 * @param left devices and pairs that are left out, each with the reason
 */
public record CascadeResult(
        CascadeQuestion question,
        RecordedStage small,
        RecordedStage large,
        JointDecisions joint,
        WakeRates rates,
        List<Double> eventsPerHour,
        List<Pair> pairs,
        List<String> left) {

    /** Ticks add up to a period only up to rounding. */
    private static final double ROUNDING = 1e-9;

    /**
     * A pair of devices.
     *
     * @param small the device of the small network
     * @param large that of the large one
     * @param energy what they take
     */
    public record Pair(OnDevice small, OnDevice large, CascadeEnergy energy) {

        /** The worse one of both devices. */
        public Grade grade() {
            return energy.grade();
        }

        /** Both devices in a few words, with what they compute. */
        public String text() {
            return small.text() + " wakes " + large.text();
        }
    }

    /** Takes copies of the lists. */
    public CascadeResult {
        eventsPerHour = List.copyOf(eventsPerHour);
        pairs = List.copyOf(pairs);
        left = List.copyOf(left);
    }

    /** @throws InputException if the networks or what was asked do not fit together */
    public static CascadeResult of(CascadeQuestion question, RecordedStage small, RecordedStage large)
            throws InputException {
        SameClips.check(small, large, question.events(), question.waking());
        JointDecisions joint =
                JointDecisions.of(small.winners(), large.winners(), question.events(), question.waking());
        checkPeriods(small, large);
        WakeRates rates = joint.rates(CascadeEnergy.SECONDS_PER_HOUR / small.periodSeconds());
        List<Double> events = question.ratesUpTo(rates.windowsPerHour());
        for (double rate : events) {
            if (!WakeRates.isPossible(rate, rates.windowsPerHour())) {
                throw refusal(
                        "--events-per-hour",
                        "found " + rate + ", expected more than 0 and at most " + rates.windowsPerHour()
                                + ", one in each window of " + small.periodSeconds() + " s");
            }
        }
        List<String> left = new ArrayList<>();
        small.left().forEach(device -> left.add("small on " + device));
        large.left().forEach(device -> left.add("large on " + device));
        List<Pair> pairs = pairs(question, small, large, rates, left);
        if (pairs.isEmpty()) {
            throw refusal(large.place(), "no pair of devices keeps pace: " + String.join("; ", left));
        }
        return new CascadeResult(question, small, large, joint, rates, events, pairs, left);
    }

    private static void checkPeriods(RecordedStage small, RecordedStage large) throws InputException {
        double difference = Math.abs(small.periodSeconds() - large.periodSeconds());
        if (difference > ROUNDING * small.periodSeconds()) {
            throw refusal(
                    large.place(),
                    "found a decision every " + large.periodSeconds() + " s, expected the " + small.periodSeconds()
                            + " s of " + small.place() + ": a window is one clip for both");
        }
    }

    private static List<Pair> pairs(
            CascadeQuestion question, RecordedStage small, RecordedStage large, WakeRates rates, List<String> left) {
        List<Pair> pairs = new ArrayList<>();
        for (OnDevice one : small.devices()) {
            for (OnDevice other : large.devices()) {
                Pair pair = new Pair(
                        one, other, new CascadeEnergy(one.power(), other.power(), rates, question.handoverJoules()));
                double work = one.power().workSeconds() + other.power().workSeconds();
                if (!pair.energy().keepsPace()) {
                    left.add(pair.text() + ": both together work " + work + " s in a window of " + small.periodSeconds()
                            + " s");
                } else {
                    pairs.add(pair);
                }
            }
        }
        pairs.sort(Comparator.comparingDouble((Pair pair) -> pair.energy().perHour(0))
                .thenComparing(pair -> pair.energy().largeAlonePerHour()));
        return pairs;
    }

    private static InputException refusal(String place, String message) {
        return new InputException(new Problem(place, 0, "", message));
    }

    /** The same pair if the small network wakes as rarely as the intervals of what was counted on the clips allow. */
    public CascadeEnergy withFewestWakes(Pair pair) {
        return pair.energy().with(joint.fewestWakes(rates.windowsPerHour()));
    }

    /** The same if it wakes as often as they allow. */
    public CascadeEnergy withMostWakes(Pair pair) {
        return pair.energy().with(joint.mostWakes(rates.windowsPerHour()));
    }

    /** Of each pair of devices the way that takes least. */
    public List<Pair> leastOfDevices() {
        Map<String, Pair> least = new LinkedHashMap<>();
        pairs.forEach(pair -> least.putIfAbsent(
                pair.small().power().device() + " " + pair.large().power().device(), pair));
        return List.copyOf(least.values());
    }

    /** The cascade that takes least at a rate. */
    public Pair best(double events) {
        return pairs.stream()
                .min(Comparator.comparingDouble(pair -> pair.energy().perHour(events)))
                .orElseThrow();
    }

    /** The pair whose large network takes least alone. */
    public Pair bestAlone() {
        return pairs.stream()
                .min(Comparator.comparingDouble(pair -> pair.energy().largeAlonePerHour()))
                .orElseThrow();
    }

    /** Whether and where the cascade wins, in a sentence. */
    public String verdict() {
        return new CascadeSentence(this).text();
    }

    /** What the figures take for granted, as sentences. */
    public List<String> notes() {
        return CascadeNotes.of(this);
    }
}
