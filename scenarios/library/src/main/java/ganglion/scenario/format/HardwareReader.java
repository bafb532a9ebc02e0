package ganglion.scenario.format;

import ganglion.hardware.HardwareProfile;
import ganglion.hardware.ProfileException;
import ganglion.hardware.ProfileLibrary;
import ganglion.hardware.document.DocumentProblem;
import ganglion.hardware.document.Suggestions;
import ganglion.scenario.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the chips that a scenario, or the command line in its stead, asks for. */
final class HardwareReader {

    private static final String COMMAND_LINE = "--profile";

    private final Reading reading;

    HardwareReader(Reading reading) {
        this.reading = reading;
    }

    /** The chips of the scenario file. */
    List<HardwareProfile> read(List<Place> entries) {
        List<HardwareProfile> profiles = new ArrayList<>();
        for (Place entry : entries) {
            Optional<HardwareProfile> profile = isFile(entry.text())
                    ? entry.findFile(entry.text(), true)
                            .flatMap(file -> read(() -> ProfileLibrary.read(file.resolved())))
                    : builtIn(entry.text(), entry::problem);
            profile.filter(found -> isNew(found, profiles, entry::problem)).ifPresent(profiles::add);
        }
        return profiles;
    }

    /** The chips of the command line, whose paths start from the working folder. */
    List<HardwareProfile> readOverrides(List<String> entries) {
        List<HardwareProfile> profiles = new ArrayList<>();
        for (String entry : entries) {
            Optional<HardwareProfile> profile = isFile(entry)
                    ? read(() -> ProfileLibrary.read(Path.of(entry)))
                    : builtIn(entry, this::noteCommandLine);
            profile.filter(found -> isNew(found, profiles, this::noteCommandLine))
                    .ifPresent(profiles::add);
        }
        return profiles;
    }

    private void noteCommandLine(String message) {
        reading.note(new Problem(COMMAND_LINE, 0, "", message));
    }

    private static boolean isFile(String entry) {
        String lower = entry.toLowerCase(Locale.ROOT);
        return lower.endsWith(".yaml") || lower.endsWith(".yml") || lower.endsWith(".json");
    }

    private Optional<HardwareProfile> builtIn(String name, Complaint complaint) {
        List<String> names = ProfileLibrary.names();
        if (!names.contains(name)) {
            complaint.about("found \"" + name + "\", expected " + String.join(", ", names)
                    + ", or the name of a profile file ending in .yaml or .json" + Suggestions.hint(name, names));
            return Optional.empty();
        }
        return read(() -> ProfileLibrary.find(name));
    }

    private Optional<HardwareProfile> read(ProfileSource source) {
        try {
            return Optional.of(source.read());
        } catch (ProfileException e) {
            for (DocumentProblem problem : e.problems()) {
                reading.note(Problems.of(problem));
            }
            return Optional.empty();
        }
    }

    private static boolean isNew(HardwareProfile profile, List<HardwareProfile> earlier, Complaint complaint) {
        boolean known = earlier.stream().anyMatch(each -> each.name().equals(profile.name()));
        if (known) {
            complaint.about("found the chip \"" + profile.name() + "\" twice, expected each once");
        }
        return !known;
    }

    /** Where a profile comes from. */
    @FunctionalInterface
    private interface ProfileSource {
        HardwareProfile read() throws ProfileException;
    }

    /** Where a problem is noted. */
    @FunctionalInterface
    private interface Complaint {
        void about(String message);
    }
}
