package ganglion.scenario.explore.trial;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.hardware.chip.Execution;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A device that networks are tried on.
 *
 * @param word its name, or the file of its profile, as a scenario asks for it
 * @param profile its profile
 */
public record Device(String word, HardwareProfile profile) {

    private static final String POINTER = "/devices";

    /** Its name. */
    public String name() {
        return profile.name();
    }

    /** Whether it runs spikes, so that a scenario may take its precision. */
    public boolean spiking() {
        return profile.cores().execution() == Execution.SPIKING;
    }

    /**
     * The devices of a search.
     *
     * @param file the document, for messages
     * @throws InputException if there is no such profile, or one cannot be read
     */
    public static List<Device> all(List<String> words, String file) throws InputException {
        List<Device> devices = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String pointer = POINTER + "/" + i;
            String word = words.get(i);
            try {
                devices.add(new Device(word, profile(word)));
            } catch (ProfileException e) {
                problems.addAll(e.problems());
            } catch (IllegalArgumentException e) {
                problems.add(new Problem(file, 0, pointer, e.getMessage()));
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return devices;
    }

    private static HardwareProfile profile(String word) throws ProfileException {
        if (word.endsWith(".yaml") || word.endsWith(".json")) {
            return ProfileLibrary.read(Path.of(word));
        }
        if (!ProfileLibrary.names().contains(word)) {
            throw new IllegalArgumentException("found \"" + word + "\", " + ProfileLibrary.expected(word));
        }
        return ProfileLibrary.find(word);
    }
}
