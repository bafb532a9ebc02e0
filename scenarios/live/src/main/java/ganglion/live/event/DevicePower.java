package ganglion.live.event;

/**
 * What a second of a session cost on a device.
 *
 * @param device name of its profile
 * @param marginalWatts energy of one more second on a device that runs anyway, front end included; NaN if a figure is unknown
 * @param alwaysOnWatts energy of a second with the device powered throughout, front end included; NaN if a figure is unknown
 * @param grade of the estimate, from comparisons with measurements; empty if there is none
 * @param reason why there is no estimate; empty if there is one
 */
public record DevicePower(String device, double marginalWatts, double alwaysOnWatts, String grade, String reason) {}
