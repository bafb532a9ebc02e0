package ganglion.api;

import ganglion.kernel.schedule.ThreadRule;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import java.util.Objects;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How a run or a training uses the machine, and who is told of it. No result depends on it, to the last bit. Immutable.
 *
 * <pre>{@code
 * Cancellation cancellation = new Cancellation();
 * RunSetup setup = RunSetup.defaults()
 *         .threads(2)
 *         .listener((phase, fraction) -> System.out.println(phase + " " + fraction))
 *         .cancellation(cancellation);
 * RunOutcome run = GanglionApi.scenario(Path.of("scenario.yaml")).run(setup);
 * System.out.println(run.complete());
 * }</pre>
 */
@API(status = Status.STABLE, since = "0.2")
public final class RunSetup {

    private static final RunSetup DEFAULTS =
            new RunSetup(RunSettings.ofThisMachine(), (phase, fraction) -> {}, new Cancellation());

    private final RunSettings settings;
    private final RunListener listener;
    private final Cancellation cancellation;

    private RunSetup(RunSettings settings, RunListener listener, Cancellation cancellation) {
        this.settings = settings;
        this.listener = listener;
        this.cancellation = cancellation;
    }

    /** A thread per processor where the work is enough for all, one actor per population on each. */
    public static RunSetup defaults() {
        return DEFAULTS;
    }

    /**
     * The same on a number of threads.
     *
     * @throws InvalidInputException if there are none, or too many
     */
    public RunSetup threads(int threads) {
        return with(settings.neuronsPerActor(), threads, false);
    }

    /**
     * The same with at most this many neurons in an actor, from 1 on.
     *
     * @throws InvalidInputException if there are none
     */
    public RunSetup neuronsPerActor(int neurons) {
        return with(neurons, settings.threads(), settings.threadsAsNeeded());
    }

    private RunSetup with(int neurons, int threads, boolean asNeeded) {
        InvalidInputException.atLeast(1, neurons, "neurons per actor");
        if (threads < 1 || threads > ThreadRule.MOST_THREADS) {
            throw InvalidInputException.ofArgument(
                    "threads: found " + threads + ", expected 1 to " + ThreadRule.MOST_THREADS);
        }
        return new RunSetup(new RunSettings(neurons, threads, asNeeded), listener, cancellation);
    }

    /** The same with someone who is told. */
    public RunSetup listener(RunListener other) {
        return new RunSetup(settings, Objects.requireNonNull(other, "listener"), cancellation);
    }

    /** The same with what may end it early. */
    public RunSetup cancellation(Cancellation other) {
        return new RunSetup(settings, listener, Objects.requireNonNull(other, "cancellation"));
    }

    RunSettings settings() {
        return settings;
    }

    RunListener listener() {
        return listener;
    }

    boolean stopRequested() {
        return cancellation.requested();
    }

    /** What the engine tells. */
    RunProgress progress() {
        return new RunProgress() {

            @Override
            public void advanced(String phase, double fraction) {
                listener.advanced(phase, fraction);
            }

            @Override
            public void notice(String message) {
                listener.notice(message);
            }

            @Override
            public boolean stopRequested() {
                return cancellation.requested();
            }
        };
    }
}
