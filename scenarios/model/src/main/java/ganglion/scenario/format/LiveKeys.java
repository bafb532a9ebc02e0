package ganglion.scenario.format;

import static ganglion.documents.key.Types.checked;
import static ganglion.documents.key.Types.number;
import static ganglion.documents.key.Types.seconds;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.key.Type;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.scenario.model.LiveRule;

/** How {@code ganglion live} decides. */
final class LiveKeys {

    private static final double LONGEST_SECONDS = 60;

    private static final Key<Double> WINDOW = Key.of("window", upToAMinute(Double.MIN_VALUE))
            .says("Length of the stretch up to now whose spikes count, or whose potentials.")
            .byDefault(LiveRule.DEFAULT.windowSeconds(), "1 s")
            .example("500 ms");

    private static final Key<Double> CERTAIN = Key.of(
                    "certain", number().from(0).to(1))
            .says(
                    "Probability that the leading class must reach: of counts, that its neurons have the highest rate; of potentials, their soft"
                            + " maximum. Below it nothing is decided for.")
            .byDefault(LiveRule.DEFAULT.certain())
            .example(0.95);

    private static final Key<Double> HOLD = Key.of("hold", upToAMinute(0))
            .says(
                    "For how long a class stays decided for after it was certain last, which keeps the decision from flickering.")
            .byDefault(LiveRule.DEFAULT.holdSeconds(), "300 ms")
            .example("500 ms");

    /** The rule of a decision. */
    static final Key<LiveRule> LIVE = Key.of(
                    "live",
                    Shape.of(
                            "a window, a probability and a hold",
                            place -> new LiveRule(WINDOW.in(place), CERTAIN.in(place), HOLD.in(place)),
                            WINDOW,
                            CERTAIN,
                            HOLD))
            .says("How ganglion live decides, which has no clips: all the time, by a window that slides.")
            .impliedDefault(LiveRule.DEFAULT)
            .exampleText("{window: 500 ms, certain: 0.95}");

    private LiveKeys() {}

    private static Type<Double> upToAMinute(double least) {
        return checked(seconds(), place -> {
            double found = place.quantity(Dimension.TIME, least);
            if (found < least || found > LONGEST_SECONDS) {
                place.problem("found " + place.text() + ", expected " + (least > 0 ? "more than 0 s" : "0 s")
                        + (least > 0 ? " and at most " : " to ")
                        + QuantityFormat.format(LONGEST_SECONDS, Dimension.TIME));
            }
        });
    }
}
