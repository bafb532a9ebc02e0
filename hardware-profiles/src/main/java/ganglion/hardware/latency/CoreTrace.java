package ganglion.hardware.latency;

import ganglion.hardware.placement.FanOut;
import ganglion.hardware.placement.Placement;

/**
 * Receives what the cores of a chip do in a tick, as its timer takes it to happen. Times are in seconds from the start of the tick. A timer
 * that does not know when a message is sent and received reports how long each core sends and receives, and no messages.
 */
public interface CoreTrace {

    /** Receives nothing. */
    CoreTrace NONE = new CoreTrace() {
        @Override
        public void numbers(double seconds) {}

        @Override
        public void works(int core, double from, double until) {}

        @Override
        public void waits(int core, double from, double until) {}

        @Override
        public void receives(int core, int messages, double from, double until) {}

        @Override
        public void message(int message, double leaves, double left, double begins, double ends) {}
    };

    /** Numbers are weighted before all else: what is reported after this, of the same tick, comes as much later. */
    void numbers(double seconds);

    /** A core updates neurons and sends messages; {@link Placement#OUTSIDE} for inputs that are on no core. */
    void works(int core, double from, double until);

    /** A core cannot send, because links of the mesh are full; {@link Placement#OUTSIDE} for inputs that are on no core. */
    void waits(int core, double from, double until);

    /** A core receives some messages and applies their synapses. */
    void receives(int core, int messages, double from, double until);

    /**
     * A message of a spike goes from core to core.
     *
     * @param message as {@link FanOut} numbers it
     * @param leaves its sender begins to send it
     * @param left it is on its way
     * @param begins its receiver begins to apply its synapses
     * @param ends they are applied
     */
    void message(int message, double leaves, double left, double begins, double ends);
}
