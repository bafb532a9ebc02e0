package ganglion.live.session;

import ganglion.documents.InputException;
import ganglion.kernel.random.CounterRandom;
import ganglion.live.run.LiveRun;
import ganglion.live.run.LiveScenario;
import ganglion.live.source.TickQueue;
import java.util.concurrent.TimeUnit;

/**
 * Lets a copy of a session hear some noise before the first sound, so that Java has loaded and compiled what a tick needs: the first ticks would else take a hundred
 * times as long as later ones.
 */
final class WarmUp {

    private static final long LONGEST_NANOSECONDS = TimeUnit.MILLISECONDS.toNanos(500);

    /** Building a larger network twice takes longer than it saves. */
    private static final int MOST_NEURONS = 20_000;

    private static final double AMPLITUDE = 0.1;

    private WarmUp() {}

    /** Warms up, unless the network is large or sound does not come in real time. */
    static void of(SessionPlan plan, LiveScenario live, int neurons) throws InputException {
        if (plan.sound().speed() == Double.POSITIVE_INFINITY || neurons > MOST_NEURONS) {
            return;
        }
        LiveStretch copy =
                new LiveStretch(plan, new LiveRun(live, plan.settings()), live, new Watchers(), new Losses());
        CounterRandom noise = new CounterRandom(0);
        long[] drawn = {0};
        long start = plan.clock().nanoseconds();
        copy.run(new TickQueue(1, live.samplesPerTick()), samples -> {
            for (int i = 0; i < samples.length; i++) {
                samples[i] = AMPLITUDE * (2 * noise.uniform(drawn[0]++) - 1);
            }
            return plan.clock().nanoseconds() - start < LONGEST_NANOSECONDS;
        });
    }
}
