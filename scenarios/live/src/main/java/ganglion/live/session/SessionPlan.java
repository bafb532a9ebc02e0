package ganglion.live.session;

import ganglion.live.run.LiveScenario;
import ganglion.live.source.LiveSound;
import ganglion.live.source.RealClock;
import ganglion.scenario.result.RunSettings;
import java.util.function.BooleanSupplier;

/**
 * What a session is to do.
 *
 * @param scenario what hears
 * @param sound what is heard
 * @param seconds of sound after which it ends; infinite if it ends otherwise
 * @param settings how it uses the machine; no result depends on it
 * @param clock that latencies are measured by
 * @param interrupted whether someone outside wants it to end; asked often
 */
public record SessionPlan(
        LiveScenario scenario,
        LiveSound sound,
        double seconds,
        RunSettings settings,
        RealClock clock,
        BooleanSupplier interrupted) {}
