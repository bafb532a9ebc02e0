package ganglion.scenario.experiment.key;

import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.number;

import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByTag;
import ganglion.documents.key.KindsByTag.Kind;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.learning.optimiser.Schedule;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntFunction;

/**
 * The schedules of the learning rate: the only place that knows their words and keys. A schedule is a function of the number
 * of epochs of the training.
 */
final class ScheduleKeys {

    private static final int MOST_EPOCHS = 1_000_000;

    private static final Key<Integer> WARM_UP = Key.of(
                    "warm-up", integer().from(0).to(MOST_EPOCHS))
            .says("Epochs over which the rate rises first.")
            .byDefault(0)
            .example(2);
    private static final Key<Integer> EVERY = Key.of("every", integer().from(1).to(MOST_EPOCHS))
            .says("Number of epochs.")
            .required()
            .example(10);
    private static final Key<Double> FACTOR =
            Key.of("factor", number().above(0)).says("Factor.").byDefault(0.5).example(0.5);
    private static final Key<Integer> EPOCHS = Key.of(
                    "epochs", integer().from(1).to(MOST_EPOCHS))
            .says("Epochs after which the lowest rate is reached. Left out, all.")
            .example(40);
    private static final Key<Double> LOWEST = Key.of("lowest", number().from(0))
            .says("Factor at the end.")
            .byDefault(0.0)
            .example(0.01);

    /** All schedules. */
    static final KindsByTag<IntFunction<Schedule>> ALL = KindsByTag.<IntFunction<Schedule>>of(
                    "a schedule",
                    List.of(
                            kind("constant", "The rate does not change.", (place, epochs) -> new Schedule.Constant()),
                            kind(
                                    "steps",
                                    "The rate is multiplied by a factor at regular intervals of epochs.",
                                    (place, epochs) -> new Schedule.Steps(EVERY.in(place), FACTOR.in(place)),
                                    EVERY,
                                    FACTOR),
                            kind(
                                    "cosine",
                                    "The rate falls along half a cosine.",
                                    (place, epochs) -> new Schedule.Cosine(
                                            EPOCHS.find(place).orElse(epochs), LOWEST.in(place)),
                                    EPOCHS,
                                    LOWEST)))
            .named("schedule");

    private ScheduleKeys() {}

    /** @param reader makes the schedule of its place and the number of epochs after the warm-up, at least 1 */
    private static Kind<IntFunction<Schedule>> kind(
            String word, String description, BiFunction<Place, Integer, Schedule> reader, Key<?>... keys) {
        return new Kind<>(
                word,
                description,
                Shape.of("", place -> epochs -> schedule(place, epochs, reader), Shape.keys(List.of(keys), WARM_UP)));
    }

    private static Schedule schedule(Place place, int epochs, BiFunction<Place, Integer, Schedule> reader) {
        int warmUp = WARM_UP.in(place);
        Schedule schedule = reader.apply(place, Math.max(1, epochs - warmUp));
        return warmUp == 0 ? schedule : new Schedule.WarmUp(warmUp, schedule);
    }
}
