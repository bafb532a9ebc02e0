package ganglion.hardware.sanafe;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** Loihi as SANA-FE describes it: a profile with a detailed form of timing, units of pipeline stages and no static power. */
public final class FittedLoihi {

    private FittedLoihi() {}

    /** Reads the profile. */
    public static HardwareProfile profile() throws ProfileException {
        try {
            return ProfileLibrary.read(
                    Path.of(FittedLoihi.class.getResource("loihi-fit.yaml").toURI()));
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
