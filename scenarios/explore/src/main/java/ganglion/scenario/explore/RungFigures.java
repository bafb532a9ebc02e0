package ganglion.scenario.explore;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What a network does in validation after some epochs of training.
 *
 * @param epochs epochs that it was trained
 * @param seed of the training
 * @param samples samples of the validation set
 * @param correct right decisions of the model on them, before it has the precision of a device
 * @param devices what it does on each device of the search, in their order
 */
public record RungFigures(int epochs, long seed, int samples, int correct, List<DeviceOutcome> devices) {

    /** Takes a copy of the list. */
    public RungFigures {
        devices = List.copyOf(devices);
    }

    /** What it does on a device. */
    public DeviceOutcome on(String profile) {
        return devices.stream()
                .filter(device -> device.profile().equals(profile))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("found no figures for " + profile));
    }

    /** Share of right decisions. */
    @JsonProperty
    public double accuracy() {
        return samples == 0 ? 0 : (double) correct / samples;
    }
}
