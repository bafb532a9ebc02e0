package ganglion.hardware.validation;

import ganglion.documents.quantity.Dimension;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.estimate.Boundary;
import java.util.Optional;
import java.util.Set;

/**
 * The power of chips at work, divided by the rate of an event.
 *
 * @param perSecond events per second
 */
record EventWorkload(Draw draw, double perSecond) implements PublishedWorkload {

    @Override
    public Set<Dimension> dimensions() {
        return Set.of(Dimension.ENERGY);
    }

    @Override
    public double estimate(HardwareProfile profile, Dimension dimension, Optional<Boundary> boundary) {
        return draw.watts(profile, boundary.orElseThrow()) / perSecond;
    }
}
