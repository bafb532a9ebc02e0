package ganglion.scenario.expect;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.time.Clock;
import ganglion.scenario.Expectation;
import ganglion.scenario.Expectation.Window;
import ganglion.scenario.ExpectationOutcome;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Checks how many spikes there are, and when the first comes. */
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
        return new ExpectationOutcome(
                expectation.pointer(),
                "spikes of " + Wording.neurons(expectation.population(), neuron) + within(window, evidence.clock()),
                expectation.count().hold(count),
                Wording.count(count),
                Wording.inclusive(expectation.count(), Wording::count));
    }

    private static String within(Window window, Clock clock) {
        String from = window.fromTick() == 0 ? "" : " from " + Wording.time(clock.seconds(window.fromTick()));
        return window.untilTick().isEmpty()
                ? from
                : from + " until "
                        + Wording.time(clock.seconds(window.untilTick().getAsLong()));
    }

    static ExpectationOutcome first(Expectation.FirstSpike expectation, Evidence evidence) {
        SpikeRaster raster = evidence.result().spikesOf(expectation.population());
        OptionalLong tick = firstTick(raster, expectation.neuron());
        Clock clock = evidence.clock();
        return new ExpectationOutcome(
                expectation.pointer(),
                "first spike of " + Wording.neurons(expectation.population(), expectation.neuron()),
                tick.isPresent() && expectation.ticks().hold(tick.getAsLong()),
                tick.isPresent()
                        ? Wording.time(clock.seconds(tick.getAsLong())) + " (tick " + tick.getAsLong() + ")"
                        : "no spike",
                Wording.exclusive(
                        expectation.ticks(), "after", "before", ticks -> Wording.time(ticks * clock.tickSeconds())));
    }

    private static OptionalLong firstTick(SpikeRaster raster, OptionalInt neuron) {
        for (int i = 0; i < raster.size(); i++) {
            if (neuron.isEmpty() || raster.neuron(i) == neuron.getAsInt()) {
                return OptionalLong.of(raster.tick(i));
            }
        }
        return OptionalLong.empty();
    }
}
