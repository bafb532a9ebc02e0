package ganglion.scenario.format.hardware;

import ganglion.hardware.library.OperatingPointRequest;
import ganglion.hardware.library.ProfileReference;
import java.util.function.Consumer;

/**
 * A profile at an operating point, before it is looked up.
 *
 * @param profile name or file of the profile
 * @param point where it is wanted
 * @param clockComplaint notes what is wrong with the clock
 * @param voltageComplaint notes what is wrong with the voltage
 */
record DeviceQuery(
        String profile,
        OperatingPointRequest point,
        Consumer<String> clockComplaint,
        Consumer<String> voltageComplaint) {

    /** A device that one text names. */
    static DeviceQuery of(ProfileReference reference, Consumer<String> complaint) {
        return new DeviceQuery(reference.profile(), reference.point(), complaint, complaint);
    }
}
