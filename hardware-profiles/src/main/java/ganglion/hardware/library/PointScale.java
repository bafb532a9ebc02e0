package ganglion.hardware.library;

import ganglion.hardware.chip.OperatingPoint;
import ganglion.hardware.chip.OperatingPoint.Setting;
import ganglion.hardware.figure.Figure;
import java.util.Optional;

/**
 * Takes figures from the operating point of a profile to the one that is asked for.
 *
 * @param own where the figures of the document hold
 * @param used where they are wanted; has the same settings, at the same or other values
 */
record PointScale(OperatingPoint own, OperatingPoint used) {

    /** A figure at the point that is used. */
    Figure at(Figure figure, Scales scales) {
        double factor = Math.pow(ratio(own.clock(), used.clock()), scales.clock())
                * Math.pow(ratio(own.voltage(), used.voltage()), scales.voltage());
        return factor == 1
                ? figure
                : figure.scaled(factor, "scaled from " + figure.text() + " at " + own.text() + " as " + scales.text());
    }

    /** The name of the device at the point that is used. */
    String named(String profile) {
        return new OperatingPointRequest(used.clockHertz(), used.volts())
                .beyond(own)
                .nameOf(profile);
    }

    /** The full name of the device at the point that is used. */
    String titled(String title) {
        return used.equals(own) ? title : title + ", at " + used.text();
    }

    private static double ratio(Optional<Setting> own, Optional<Setting> used) {
        return own.isPresent() && used.isPresent()
                ? used.get().figure().value() / own.get().figure().value()
                : 1;
    }
}
