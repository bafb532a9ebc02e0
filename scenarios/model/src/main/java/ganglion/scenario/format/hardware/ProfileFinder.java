package ganglion.scenario.format.hardware;

import ganglion.documents.Problem;
import ganglion.documents.Suggestions;
import ganglion.documents.place.Place;
import ganglion.documents.place.Reading;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.scenario.model.HardwareSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the chips that a scenario, or the command line in its stead, asks for. */
final class ProfileFinder {

    private static final String COMMAND_LINE = "--profile";

    private final Reading reading;

    ProfileFinder(Reading reading) {
        this.reading = reading;
    }

    /** The chips of the scenario file, by name or as objects. */
    List<HardwareSpec> read(List<Place> entries) {
        List<HardwareSpec> specs = new ArrayList<>();
        for (Place entry : entries) {
            Place named = entry.node().isObject() ? ChipKeys.PROFILE.at(entry) : entry;
            Optional<HardwareProfile> profile = isFile(named.text())
                    ? named.findFile(named.text(), true)
                            .flatMap(file -> read(() -> ProfileLibrary.read(file.resolved())))
                    : builtIn(named.text(), named::problem);
            profile.filter(found -> isNew(found, specs, named::problem))
                    .ifPresent(found -> specs.add(
                            entry == named ? new HardwareSpec(entry.pointer(), found) : ChipKeys.read(entry, found)));
        }
        return specs;
    }

    /**
     * The chips of the command line, whose paths start from the working folder. What the scenario says of a chip of the same
     * name holds for them, too.
     */
    List<HardwareSpec> readOverrides(List<String> entries, List<HardwareSpec> own) {
        List<HardwareSpec> specs = new ArrayList<>();
        for (String entry : entries) {
            Optional<HardwareProfile> profile = isFile(entry)
                    ? read(() -> ProfileLibrary.read(Path.of(entry)))
                    : builtIn(entry, this::noteCommandLine);
            profile.filter(found -> isNew(found, specs, this::noteCommandLine))
                    .ifPresent(found -> specs.add(own.stream()
                            .filter(spec -> spec.profile().name().equals(found.name()))
                            .findFirst()
                            .map(spec -> spec.with(found))
                            .orElseGet(() -> new HardwareSpec("", found))));
        }
        return specs;
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
            for (Problem problem : e.problems()) {
                reading.note(problem);
            }
            return Optional.empty();
        }
    }

    private static boolean isNew(HardwareProfile profile, List<HardwareSpec> earlier, Complaint complaint) {
        boolean known = earlier.stream().anyMatch(each -> each.profile().name().equals(profile.name()));
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
