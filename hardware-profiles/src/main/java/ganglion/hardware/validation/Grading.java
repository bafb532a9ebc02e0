package ganglion.hardware.validation;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.figure.Grade;
import ganglion.hardware.library.Reliabilities;
import java.util.Collection;
import java.util.List;

/**
 * The grade of a device.
 *
 * <ul>
 *   <li>A: there are held-out measurements, and the estimates of all of them are within 25 %; of five or more, of at least 80 %.
 *   <li>B: otherwise, if some figure comes from measurements of the device at work.
 *   <li>C or D: otherwise, by the kinds of its figures.
 * </ul>
 */
final class Grading {

    private static final int MANY = 5;
    private static final double MOST = 0.8;

    private Grading() {}

    /** The grade from the measurements of a device. */
    static Grade of(HardwareProfile profile, Collection<ValidationCase> cases) {
        List<ValidationCase> heldOut =
                cases.stream().filter(ValidationCase::isHeldOut).toList();
        if (!heldOut.isEmpty() && isConfirmed(RatioStatistics.of(heldOut))) {
            return Grade.A;
        }
        boolean calibrated = heldOut.size() < cases.size();
        return calibrated ? Grade.B : Reliabilities.gradeOfFigures(profile);
    }

    private static boolean isConfirmed(RatioStatistics heldOut) {
        return heldOut.shareWithinQuarter() >= (heldOut.rows() < MANY ? 1 : MOST);
    }
}
