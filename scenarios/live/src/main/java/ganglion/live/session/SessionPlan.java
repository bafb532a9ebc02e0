package ganglion.live.session;

import ganglion.documents.InputException;
import ganglion.live.run.LiveScenario;
import ganglion.live.source.LiveSound;
import ganglion.live.source.RealClock;
import ganglion.scenario.result.RunSettings;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * What a session is to do.
 *
 * @param scenario what hears at first
 * @param scenarios what may hear later
 * @param sound what is heard
 * @param seconds of sound after which it ends; infinite if it ends otherwise
 * @param settings how it uses the machine; no result depends on it
 * @param clock that latencies are measured by
 * @param interrupted whether someone outside wants it to end; asked often
 */
public record SessionPlan(
        LiveScenario scenario,
        SessionScenarios scenarios,
        LiveSound sound,
        double seconds,
        RunSettings settings,
        RealClock clock,
        BooleanSupplier interrupted) {

    /** The scenarios that a session can go on with. */
    public interface SessionScenarios {

        /** None but the one that it began with. */
        SessionScenarios NONE = new SessionScenarios() {
            @Override
            public List<String> names() {
                return List.of();
            }

            @Override
            public LiveScenario open(String name) {
                throw new IllegalArgumentException("there is no other scenario");
            }
        };

        /** Their names. */
        List<String> names();

        /**
         * Reads one.
         *
         * @param name one of {@link #names}
         * @throws InputException if it cannot be used
         */
        LiveScenario open(String name) throws InputException;
    }
}
