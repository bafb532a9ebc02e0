package ganglion.scenario.format;

import static ganglion.documents.key.Types.positiveTicks;
import static ganglion.documents.key.Types.seconds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.kernel.time.Clock;
import ganglion.scenario.model.Input;
import java.util.List;
import java.util.OptionalLong;

/** The length of a tick, and of the run. */
final class ClockKeys {

    private static final Key<Double> TICK = Key.of("tick", seconds())
            .says("Length of a tick, 1 ns to 1 s. Every time in the scenario is a whole number of ticks.")
            .required()
            .example("2 ms");

    private static final Key<Long> DURATION = Key.of("duration", positiveTicks())
            .says("How long the scenario runs. Left out, until all clips are over; needed where there are none.")
            .example("2 s");

    static final Key<Place> CLOCK = Key.of(
                    "clock", Shape.of("the length of a tick and of the run", place -> place, TICK, DURATION))
            .says("The scenario's single clock.")
            .required()
            .exampleText("{tick: 2 ms, duration: 2 s}");

    private ClockKeys() {}

    /**
     * The clock. Nothing else can be read without it.
     *
     * @throws InputException with its problem alone
     */
    static Clock clock(Place root) throws InputException {
        Place clock = CLOCK.in(root);
        Place tick = TICK.at(clock);
        double seconds = TICK.in(clock);
        root.reading().throwIfProblems();
        try {
            return new Clock(seconds);
        } catch (IllegalArgumentException e) {
            throw new InputException(root.reading()
                    .source()
                    .problem(tick.pointer(), "found \"" + tick.text() + "\", expected 1 ns to 1 s"));
        }
    }

    /** Writes the length of a tick and of the run. */
    static void write(Clock clock, long durationTicks, ObjectNode root) {
        ObjectNode object = root.putObject(CLOCK.name());
        TICK.write(object, clock.tickSeconds());
        DURATION.write(object, durationTicks);
    }

    /** How long the scenario runs; absent to run until all clips are over. */
    static OptionalLong durationTicks(Place root, List<Input> inputs) {
        Place clock = CLOCK.in(root);
        if (DURATION.isIn(clock)) {
            return OptionalLong.of(DURATION.in(clock));
        }
        if (inputs.stream().noneMatch(Input.Playlist.class::isInstance)) {
            clock.problem("found no \"duration\", which is required where no input with clips or samples sets it");
        }
        return OptionalLong.empty();
    }
}
