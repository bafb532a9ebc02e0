package ganglion.scenario.expect;

import ganglion.kernel.event.SpikeRaster;
import ganglion.scenario.model.Expectation;
import ganglion.scenario.model.Expectation.Bounds;
import ganglion.scenario.model.Expectation.Firing;
import ganglion.scenario.model.Expectation.Window;
import ganglion.scenario.result.ExpectationOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Checks the number of spikes, and the time and order of first and last spikes. */
final class SpikeChecks {

    private SpikeChecks() {}

    static ExpectationOutcome count(Expectation.SpikeCount expectation, Evidence evidence) {
        SpikeRaster raster = evidence.result().spikesOf(expectation.population());
        Window window = expectation.window();
        int[] counts =
                raster.countsByNeuron(window.fromTick(), window.untilTick().orElse(Long.MAX_VALUE));
        OptionalInt neuron = expectation.neuron();
        long count = neuron.isPresent()
                ? counts[neuron.getAsInt()]
                : Arrays.stream(counts).asLongStream().sum();
        ExpectationOutcome outcome = new ExpectationOutcome(
                expectation.pointer(),
                "spikes of " + Wording.neurons(expectation.population(), neuron)
                        + Wording.within(window, evidence.clock()),
                expectation.count().hold(count),
                Wording.count(count),
                Wording.inclusive(expectation.count(), Wording::count));
        return outcome.withValue(count, "");
    }

    static ExpectationOutcome first(Expectation.FirstSpike expectation, Evidence evidence) {
        Firing subject = new Firing(expectation.population(), expectation.neuron());
        return moment(
                expectation.pointer(), "first", subject, firstTick(subject, evidence), expectation.ticks(), evidence);
    }

    static ExpectationOutcome last(Expectation.LastSpike expectation, Evidence evidence) {
        Firing subject = new Firing(expectation.population(), expectation.neuron());
        return moment(
                expectation.pointer(), "last", subject, lastTick(subject, evidence), expectation.ticks(), evidence);
    }

    private static ExpectationOutcome moment(
            String pointer, String which, Firing subject, OptionalLong tick, Bounds ticks, Evidence evidence) {
        double tickSeconds = evidence.clock().tickSeconds();
        ExpectationOutcome outcome = new ExpectationOutcome(
                pointer,
                which + " spike of " + Wording.neurons(subject.population(), subject.neuron()),
                tick.isPresent() && ticks.hold(tick.getAsLong()),
                tick.isPresent() ? moment(tick.getAsLong(), evidence) + " (tick " + tick.getAsLong() + ")" : "no spike",
                Wording.exclusive(ticks, "after", "before", limit -> Wording.time(limit * tickSeconds)));
        return tick.isPresent() ? outcome.withValue(evidence.clock().seconds(tick.getAsLong()), "s") : outcome;
    }

    static ExpectationOutcome order(Expectation.SpikeOrder expectation, Evidence evidence) {
        List<String> names = new ArrayList<>();
        List<String> moments = new ArrayList<>();
        boolean ordered = true;
        long before = -1;
        for (Firing subject : expectation.subjects()) {
            OptionalLong tick = firstTick(subject, evidence);
            String name = Wording.neurons(subject.population(), subject.neuron());
            names.add(name);
            moments.add(name + (tick.isPresent() ? " at " + moment(tick.getAsLong(), evidence) : " never"));
            ordered &= tick.isPresent() && tick.getAsLong() > before;
            before = tick.orElse(Long.MAX_VALUE);
        }
        return new ExpectationOutcome(
                expectation.pointer(),
                "order of the first spikes",
                ordered,
                String.join(", ", moments),
                String.join(", then ", names));
    }

    private static String moment(long tick, Evidence evidence) {
        return Wording.time(evidence.clock().seconds(tick));
    }

    private static OptionalLong firstTick(Firing subject, Evidence evidence) {
        SpikeRaster raster = evidence.result().spikesOf(subject.population());
        for (int i = 0; i < raster.size(); i++) {
            if (subject.neuron().isEmpty()
                    || raster.neuron(i) == subject.neuron().getAsInt()) {
                return OptionalLong.of(raster.tick(i));
            }
        }
        return OptionalLong.empty();
    }

    private static OptionalLong lastTick(Firing subject, Evidence evidence) {
        SpikeRaster raster = evidence.result().spikesOf(subject.population());
        for (int i = raster.size() - 1; i >= 0; i--) {
            if (subject.neuron().isEmpty()
                    || raster.neuron(i) == subject.neuron().getAsInt()) {
                return OptionalLong.of(raster.tick(i));
            }
        }
        return OptionalLong.empty();
    }
}
