package ganglion.hardware.library;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.Surroundings;
import ganglion.hardware.figure.Reliability;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What estimates know beyond their own profile: some devices, those that ship with Ganglion, and files. */
public record KnownDevices(List<HardwareProfile> devices) implements Surroundings {

    /** Takes a copy of the list. */
    public KnownDevices {
        devices = List.copyOf(devices);
    }

    @Override
    public Optional<HardwareProfile> processor(String name) {
        Optional<HardwareProfile> own =
                devices.stream().filter(profile -> profile.name().equals(name)).findFirst();
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
    public Map<Boundary, Reliability> reliability(HardwareProfile profile) {
        return Reliabilities.of(profile);
    }
}
