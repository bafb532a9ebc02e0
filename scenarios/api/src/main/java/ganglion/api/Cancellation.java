package ganglion.api;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Ends runs and trainings early, from any thread. What was done by then is their result, which says that it is not complete. Thread safe. */
@API(status = Status.STABLE, since = "0.2")
public final class Cancellation {

    private volatile boolean requested;

    /** One that was not asked for yet. */
    public Cancellation() {
        requested = false;
    }

    /** Ends all that was started with this: a run within a fraction of a second, a training after its epoch. */
    public void cancel() {
        requested = true;
    }

    /** Whether it was asked for. */
    public boolean requested() {
        return requested;
    }
}
