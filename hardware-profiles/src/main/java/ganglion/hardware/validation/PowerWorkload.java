package ganglion.hardware.validation;

import ganglion.documents.quantity.Dimension;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.estimate.Boundary;
import java.util.Optional;
import java.util.Set;

/** The power of chips at work. */
record PowerWorkload(Draw draw) implements PublishedWorkload {

    @Override
    public Set<Dimension> dimensions() {
        return Set.of(Dimension.POWER);
    }

    @Override
    public double estimate(HardwareProfile profile, Dimension dimension, Optional<Boundary> boundary) {
        return draw.watts(profile, boundary.orElseThrow());
    }
}
