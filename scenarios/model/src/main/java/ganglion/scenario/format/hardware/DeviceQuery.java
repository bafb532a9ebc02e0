package ganglion.scenario.format.hardware;

import ganglion.hardware.library.OperatingPointRequest;
import ganglion.hardware.library.ProfileReference;
import java.util.function.Consumer;

/**
 * A profile at an operating point, before it is looked up.
 *
 * @param device name or file of the profile, and where it is wanted
 * @param clockComplaint notes what is wrong with the clock
 * @param voltageComplaint notes what is wrong with the voltage
 */
record DeviceQuery(ProfileReference device, Consumer<String> clockComplaint, Consumer<String> voltageComplaint) {

    /** A device that one text names. */
    static DeviceQuery of(String text, Consumer<String> complaint) {
        return new DeviceQuery(ProfileReference.parse(text), complaint, complaint);
    }

    String profile() {
        return device.profile();
    }

    boolean isFile() {
        return device.isFile();
    }

    OperatingPointRequest point() {
        return device.point();
    }
}
