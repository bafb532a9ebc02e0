package ganglion.scenario.format;

import ganglion.documents.place.Place;
import ganglion.documents.place.Reading;
import ganglion.scenario.format.synapse.StdpKeys;
import ganglion.scenario.model.HardwareSpec;
import java.util.List;

/** A run has the precision of one chip at most, and none where weights change: no rounding is defined for that. */
final class PrecisionRules {

    private PrecisionRules() {}

    static void check(List<HardwareSpec> hardware, List<Place> projections, Reading reading) {
        List<HardwareSpec> applied =
                hardware.stream().filter(HardwareSpec::appliesPrecision).toList();
        if (applied.isEmpty()) {
            return;
        }
        String first = applied.get(0).profile().name();
        for (HardwareSpec second : applied.subList(1, applied.size())) {
            reading.note(
                    second.pointer() + "/apply",
                    "found the precision of a second chip, expected that of " + first + " only: a run has one");
        }
        projections.stream()
                .filter(projection -> StdpKeys.PLASTICITY.isIn(projection))
                .forEach(projection -> StdpKeys.PLASTICITY
                        .at(projection)
                        .problem("found weights that change beside the precision of " + first
                                + ", expected constant ones: no rounding is defined for them"));
    }
}
