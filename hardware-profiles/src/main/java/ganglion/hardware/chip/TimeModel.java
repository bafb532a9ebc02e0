package ganglion.hardware.chip;

import ganglion.hardware.figure.Figure;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How the ticks of a chip pass. */
public sealed interface TimeModel {

    /** Name in documents and reports, such as {@code barrier-ticks}. */
    String name();

    /** Whether neurons are analogue circuits that run all the time, so that there are no updates to price. */
    default boolean continuousNeurons() {
        return false;
    }

    /**
     * No tick: each core serves the messages that reach it one after another, and a message waits while its core is busy.
     *
     * @param continuousNeurons whether neurons are analogue circuits that run all the time, so that there are no updates to
     *     price; their power is part of the static power
     */
    record AsynchronousEvents(boolean continuousNeurons) implements TimeModel {

        @Override
        public String name() {
            return "asynchronous-events";
        }
    }

    /**
     * A tick lasts until the slowest core is done and all cores have met at a barrier.
     *
     * @param barrier time of the barrier by number of tiles in use, ascending; empty if unknown
     * @param stepped whether a point of the curve holds until the next one, rather than the curve being linear in between
     * @param form how the time before the barrier is composed
     * @param linkBuffer messages that one link of the mesh can hold; needed for {@link TimingForm#DETAILED}
     */
    record BarrierTicks(List<BarrierTime> barrier, boolean stepped, TimingForm form, Optional<Figure> linkBuffer)
            implements TimeModel {

        /**
         * One point of the barrier's curve.
         *
         * @param tiles number of tiles in use
         * @param time seconds that the barrier takes
         */
        public record BarrierTime(int tiles, Figure time) {}

        /** Takes a copy of the list. */
        public BarrierTicks {
            barrier = List.copyOf(barrier);
            Objects.requireNonNull(form, "form");
        }

        /** Linear between the points, phases one after the other. */
        public BarrierTicks(List<BarrierTime> barrier) {
            this(barrier, false, TimingForm.PHASES, Optional.empty());
        }

        @Override
        public String name() {
            return "barrier-ticks";
        }
    }

    /**
     * Processors simulate the neurons in software. Each core does the work of its tick operation by operation; what is not
     * done when the next tick begins has missed its deadline. The tick is the scenario's.
     */
    record DeadlineTicks() implements TimeModel {

        @Override
        public String name() {
            return "deadline-ticks";
        }
    }

    /**
     * The chip's tick is the scenario's tick, kept by a clock; work that does not fit into it is an overrun.
     *
     * @param shortestTick the shortest tick at which the chip was shown to run, in seconds, where known
     */
    record RealTimeTicks(Optional<Figure> shortestTick) implements TimeModel {

        @Override
        public String name() {
            return "real-time-ticks";
        }
    }

    /** One processor does the work of each tick, operation after operation, and then waits for the next tick. */
    record SerialTicks() implements TimeModel {

        @Override
        public String name() {
            return "serial-ticks";
        }
    }
}
