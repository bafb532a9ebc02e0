package ganglion.hardware.validation;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.figure.FigureKind;
import ganglion.hardware.figure.Grade;
import ganglion.hardware.figure.Reliability;
import ganglion.hardware.text.ProfileRows;

/** How far the estimates of each device can be trusted. */
public final class Reliabilities {

    private Reliabilities() {}

    /** The reliability of a device. */
    public static Reliability of(HardwareProfile profile) {
        boolean assumed = ProfileRows.of(profile).rows().stream()
                .anyMatch(row -> row.figure().kind() == FigureKind.ASSUMED);
        return Reliability.unvalidated(assumed ? Grade.D : Grade.C);
    }
}
