package ganglion.live.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.metrics.NumberInput;
import ganglion.kernel.event.SpikeRaster;
import ganglion.live.event.LiveEvent;
import ganglion.live.event.LiveEvent.DevicePower;
import ganglion.live.event.LiveEvent.LiveNotice;
import ganglion.live.event.LiveEvent.LiveSecond;
import ganglion.live.run.LiveRun;
import ganglion.live.run.LiveScenario;
import ganglion.live.run.LiveScenarios;
import ganglion.live.run.LiveTick;
import ganglion.live.session.LiveSession.Watchers;
import ganglion.live.session.SecondFigures.ProcessorLoad;
import ganglion.scenario.result.RunSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Each second is told with its own estimate, or with none. A second has 125 ticks. */
class SecondFiguresTest {

    private final List<LiveEvent> events = new ArrayList<>();
    private final List<CompletableFuture<List<DevicePower>>> asked = new ArrayList<>();
    private final AtomicLong lost = new AtomicLong();

    private final SecondFigures.Estimator estimator = new SecondFigures.Estimator() {
        @Override
        public CompletableFuture<List<DevicePower>> cost(
                List<SpikeRaster> spikes, long ticks, Supplier<List<NumberInput>> numbers) {
            asked.add(new CompletableFuture<>());
            return asked.get(asked.size() - 1);
        }

        @Override
        public void close() {}
    };

    private void answer(int number, double watts) {
        asked.get(number).complete(List.of(new DevicePower("chip", watts, watts, "A", "")));
    }

    private List<LiveSecond> seconds() {
        return events.stream()
                .filter(LiveSecond.class::isInstance)
                .map(LiveSecond.class::cast)
                .toList();
    }

    private void run(long ticks, Consumer<LiveTick> after) throws Exception {
        LiveScenario live = LiveScenario.of(LiveScenarios.read("pitch-detector", "audio/flute-c-sharp-5.flac"));
        LiveRun run = new LiveRun(live, new RunSettings(Integer.MAX_VALUE, 1));
        Watchers watchers = new Watchers();
        watchers.add(events::add);
        RateMeter rates = new RateMeter(run.network(), live.scenario().clock().tickSeconds(), Set.of());
        long[] given = {0};
        try (SecondFigures figures = new SecondFigures(
                live, run, rates, new LatencyMeter(1, false), new ProcessorLoad(), lost::get, watchers, estimator, 1)) {
            run.run(samples -> given[0]++ < ticks, (tick, samples) -> {
                figures.take(tick);
                after.accept(tick);
            });
            figures.finish(ticks);
        }
    }

    @Test
    void anEstimateIsNeverToldOfAnotherSecond() throws Exception {
        run(400, tick -> {
            if (tick.number() == 300) {
                answer(0, 1);
            } else if (tick.number() == 380) {
                answer(1, 3);
            }
        });

        assertEquals(2, asked.size());
        assertEquals(
                List.of(125L, 250L, 375L),
                seconds().stream().map(LiveSecond::tick).toList());
        assertTrue(Double.isNaN(seconds().get(0).devices().get(0).marginalWatts()));
        assertTrue(Double.isNaN(seconds().get(1).devices().get(0).marginalWatts()), seconds()::toString);
        assertEquals(3, seconds().get(2).devices().get(0).marginalWatts());
    }

    @Test
    void whatIsLostAfterTheLastWholeSecondIsTold() throws Exception {
        run(130, tick -> {
            if (tick.number() == 125) {
                answer(0, 1);
            } else if (tick.number() == 128) {
                lost.set(50);
            }
        });

        assertEquals(
                List.of(new LiveNotice(
                        130,
                        LiveNotice.Kind.SAMPLES_LOST,
                        "50 samples were lost: the sound came faster than it was heard")),
                events.stream().filter(LiveNotice.class::isInstance).toList());
    }
}
