package ganglion.hardware.chip;

import ganglion.documents.key.Worded;
import ganglion.hardware.figure.Figure;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one device draws in each of its states, in watts. A device is in one state at a time; its energy is the sum of power
 * times time over the states, and of the energies of single operations on top.
 *
 * @param off without supply, or in a mode that loses everything
 * @param sleep nothing runs, memory is kept, and an event wakes it
 * @param idle powered and ready, but without work; for chips whose operations are priced one by one this is the static power,
 *     on which the operations come on top
 * @param run at work, everything included, for devices whose power was measured as a whole; absent where operations are
 *     priced one by one
 * @param core what one core in use adds to an idle chip for as long as a network runs on it; absent where a core is not known to
 *     draw more than its operations take
 */
public record PowerStates(
        Optional<Figure> off,
        Optional<Figure> sleep,
        Optional<Figure> idle,
        Optional<Figure> run,
        Optional<Figure> core) {

    /** A state, from the least power to the most. */
    public enum State implements Worded {
        /** Without supply, or in a mode that loses everything. */
        OFF,
        /** Nothing runs, memory is kept, and an event wakes the device. */
        SLEEP,
        /** Powered and ready, but without work. */
        IDLE,
        /** At work. */
        RUN;
    }

    /** States of a chip whose cores in use draw no more than their operations take. */
    public PowerStates(Optional<Figure> off, Optional<Figure> sleep, Optional<Figure> idle, Optional<Figure> run) {
        this(off, sleep, idle, run, Optional.empty());
    }

    /** Nothing is known. */
    public static final PowerStates UNKNOWN =
            new PowerStates(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** The state between two decisions that draws least and keeps the network: sleep where it is known, else idle. */
    public Optional<Figure> between() {
        return sleep.isPresent() ? sleep : idle;
    }

    /**
     * Watts that work adds to a device that runs anyway: running minus idle power, or minus sleep where idle is not known.
     * Absent without the power at work, or without both others.
     */
    public OptionalDouble runAboveIdle() {
        Optional<Figure> rest = idle.isPresent() ? idle : sleep;
        return run.isPresent() && rest.isPresent()
                ? OptionalDouble.of(run.get().value() - rest.get().value())
                : OptionalDouble.empty();
    }

    /** The power of a state, where known. */
    public Optional<Figure> of(State state) {
        return switch (state) {
            case OFF -> off;
            case SLEEP -> sleep;
            case IDLE -> idle;
            case RUN -> run;
        };
    }
}
