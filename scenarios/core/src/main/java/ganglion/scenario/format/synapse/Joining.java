package ganglion.scenario.format.synapse;

import ganglion.documents.place.Place;
import ganglion.kernel.connectivity.Ends;
import ganglion.kernel.random.CounterRandom;

/**
 * The projection whose rule is being read; set as the context of a reading before the rule is read.
 *
 * @param ends the populations on both sides; of size 0 where they are unknown
 * @param random draws which neurons are joined
 */
public record Joining(Ends ends, CounterRandom random) {

    /** Sets the projection to which all rules belong that are read from here on. */
    public void enter(Place place) {
        place.reading().setContext(Joining.class, this);
    }

    /** The projection that a rule at a place belongs to. */
    public static Joining of(Place place) {
        return place.reading().context(Joining.class);
    }

    /** Whether the numbers of neurons on both sides are known. */
    public boolean isKnown() {
        return ends.sourceSize() > 0 && ends.targetSize() > 0;
    }
}
