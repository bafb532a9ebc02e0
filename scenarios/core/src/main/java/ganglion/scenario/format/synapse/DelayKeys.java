package ganglion.scenario.format.synapse;

import static ganglion.documents.key.Types.delayTicks;
import static ganglion.documents.key.Types.fractionalTicks;
import static ganglion.documents.key.Types.oneOf;
import static ganglion.documents.key.Types.readAs;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByTag;
import ganglion.documents.key.Shape;
import ganglion.documents.key.Type;
import ganglion.kernel.random.Distribution;
import ganglion.scenario.format.number.DistributionKeys;
import ganglion.scenario.model.ProjectionSpec.DelaySource;

/** The delays of a projection. */
public final class DelayKeys {

    private static final Key<Double> AT_ZERO = Key.of("at-zero", fractionalTicks())
            .says(
                    "Delay at a distance of 0. With per-length instead of a distribution, and connectivity by the rule distance.")
            .byDefault(1.0)
            .example("1 ms");

    private static final Key<Double> PER_LENGTH = Key.of("per-length", fractionalTicks())
            .says("What a distance of 1 adds to the delay.")
            .required()
            .example("5 ms");

    private static final Shape<DelaySource.ByDistance> BY_DISTANCE =
            Shape.ofRecord("", DelaySource.ByDistance.class, AT_ZERO, PER_LENGTH);

    private static final KindsByTag<DelaySource> OBJECT = DistributionKeys.TIMES
            .<DelaySource>as(times -> new DelaySource.Drawn(atLeastOneTick(times)))
            .orUntagged(BY_DISTANCE)
            .named("delay-distribution");

    private static final Type<DelaySource> TYPE = oneOf(
                    "a time such as 1 tick, or a distribution",
                    OBJECT,
                    readAs(delayTicks(), place -> new DelaySource.Constant(place.delayTicks())))
            .writtenBy(DelayKeys::written);

    /** How late spikes arrive. */
    public static final Key<DelaySource> DELAY = Key.of("delay", TYPE)
            .says(
                    "Time from a spike to its effect: a whole number of ticks, at least one; or a distribution that each synapse"
                            + " draws from, rounded to whole ticks; or, with the rule distance, a time that grows with distance. A"
                            + " delay that is drawn or grows is raised to one tick where it is less, without a message.")
            .byDefault(new DelaySource.Constant(1))
            .example("1 tick")
            .exampleText("{distribution: uniform, low: 1 ms, high: 3 ms}");

    private DelayKeys() {}

    /** There is no delay below one tick, so that shorter ones are moved there. */
    private static Distribution atLeastOneTick(Distribution times) {
        return new Distribution.Clipped(times, 1, Integer.MAX_VALUE);
    }

    /** Networks that are written have one delay for all synapses of a projection, or a list with a delay for each. */
    private static JsonNode written(DelaySource delay) {
        return delayTicks().write(((DelaySource.Constant) delay).ticks());
    }
}
