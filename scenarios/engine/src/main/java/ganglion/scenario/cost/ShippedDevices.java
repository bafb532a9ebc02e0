package ganglion.scenario.cost;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.estimate.Surroundings;
import ganglion.hardware.figure.Reliability;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.library.Reliabilities;
import ganglion.scenario.model.HardwareSpec;
import java.util.List;
import java.util.Optional;

/** What estimates know beyond their own profile: the other devices of the scenario, those that ship with Ganglion, and files. */
final class ShippedDevices implements Surroundings {

    private final List<HardwareSpec> hardware;

    ShippedDevices(List<HardwareSpec> hardware) {
        this.hardware = hardware;
    }

    @Override
    public Optional<HardwareProfile> processor(String name) {
        Optional<HardwareProfile> own = hardware.stream()
                .map(HardwareSpec::profile)
                .filter(profile -> profile.name().equals(name))
                .findFirst();
        return own.isPresent() ? own : opened(name);
    }

    /** By its name or file, as the profile of the chip has it; empty where a profile of the command line has since gone. */
    private static Optional<HardwareProfile> opened(String name) {
        try {
            return Optional.of(ProfileLibrary.open(name));
        } catch (ProfileException e) {
            return Optional.empty();
        }
    }

    @Override
    public Reliability reliability(HardwareProfile profile) {
        return Reliabilities.of(profile);
    }
}
