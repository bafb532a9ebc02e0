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

/** What estimates know beyond their own profile: the other devices of the scenario, and those that ship with Ganglion. */
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
        return own.isPresent() ? own : shipped(name);
    }

    private static Optional<HardwareProfile> shipped(String name) {
        if (!ProfileLibrary.names().contains(name)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ProfileLibrary.find(name));
        } catch (ProfileException e) {
            throw new IllegalStateException("a profile that ships with Ganglion cannot be read", e);
        }
    }

    @Override
    public Reliability reliability(HardwareProfile profile) {
        return Reliabilities.of(profile);
    }
}
