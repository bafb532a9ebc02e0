package ganglion.hardware;

import java.nio.file.Path;
import java.util.List;

/** Where profiles come from: those that ship with Ganglion, and files. */
public final class ProfileLibrary {

    private ProfileLibrary() {}

    /** All profiles that ship with Ganglion, by name. */
    public static List<HardwareProfile> builtIn() {
        return List.of();
    }

    /**
     * A profile that ships with Ganglion.
     *
     * @throws ProfileException if there is none of that name; the message lists those there are
     */
    public static HardwareProfile find(String name) throws ProfileException {
        throw new ProfileException(List.of());
    }

    /**
     * Reads a profile from a YAML or JSON file.
     *
     * @throws ProfileException if the file cannot be read or is not a profile
     */
    public static HardwareProfile read(Path file) throws ProfileException {
        throw new ProfileException(List.of());
    }
}
