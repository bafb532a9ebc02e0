package ganglion.runtime.wire;

/**
 * What a host has done since its run began, or last went on from a state. Times are of the wall, as the host saw them.
 *
 * @param synapticEvents weights applied, as of some moment in the last second
 * @param busyNanoseconds in which it had its cores run, and took in mail
 * @param waitingNanoseconds in which it could do nothing but wait for mail of others, or for leave. Time at rest, between runs and while
 *     it is asked for its state, is neither
 */
public record HostWork(long synapticEvents, long busyNanoseconds, long waitingNanoseconds) {

    /** Of a host that has not begun. */
    public static final HostWork NONE = new HostWork(0, 0, 0);
}
