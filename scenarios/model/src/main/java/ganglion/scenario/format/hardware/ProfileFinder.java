package ganglion.scenario.format.hardware;

import ganglion.documents.Problem;
import ganglion.documents.Suggestions;
import ganglion.documents.place.Place;
import ganglion.documents.place.Reading;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.library.OperatingPointRequest;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.library.ProfileReference;
import ganglion.scenario.model.HardwareSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

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
            boolean plain = !entry.node().isObject();
            Place named = plain ? entry : ChipKeys.PROFILE.at(entry);
            DeviceQuery query = plain ? DeviceQuery.of(named.text(), named::problem) : ChipKeys.query(entry, named);
            Optional<ProfileSource> source = query.isFile()
                    ? named.findFile(query.profile(), true)
                            .map(file -> point -> ProfileLibrary.read(file.resolved(), point))
                    : builtIn(query.profile(), named::problem);
            source.flatMap(found -> read(found, query))
                    .filter(found -> isNew(found, specs, named::problem))
                    .ifPresent(found ->
                            specs.add(plain ? new HardwareSpec(entry.pointer(), found) : ChipKeys.read(entry, found)));
        }
        return specs;
    }

    /**
     * The chips of the command line, whose paths start from the working folder. What the scenario says of a chip of the same
     * name holds for them, too; where it has the profile at another operating point only, all but the precision.
     */
    List<HardwareSpec> readOverrides(List<String> entries, List<HardwareSpec> own) {
        List<HardwareSpec> specs = new ArrayList<>();
        for (String entry : entries) {
            DeviceQuery query = DeviceQuery.of(entry, this::noteCommandLine);
            Optional<ProfileSource> source = query.isFile()
                    ? Optional.of(point -> ProfileLibrary.read(Path.of(query.profile()), point))
                    : builtIn(query.profile(), this::noteCommandLine);
            source.flatMap(found -> read(found, query))
                    .filter(found -> isNew(found, specs, this::noteCommandLine))
                    .ifPresent(found -> specs.add(asInScenario(found, own)));
        }
        return specs;
    }

    private static HardwareSpec asInScenario(HardwareProfile found, List<HardwareSpec> own) {
        Optional<HardwareSpec> same = own.stream()
                .filter(spec -> spec.profile().name().equals(found.name()))
                .findFirst();
        if (same.isPresent()) {
            return same.get().with(found);
        }
        String profile = ProfileReference.profileOf(found.name());
        return own.stream()
                .filter(spec ->
                        ProfileReference.profileOf(spec.profile().name()).equals(profile))
                .findFirst()
                .map(spec -> new HardwareSpec("", found, spec.options(), false))
                .orElseGet(() -> new HardwareSpec("", found));
    }

    private void noteCommandLine(String message) {
        reading.note(new Problem(COMMAND_LINE, 0, "", message));
    }

    private static Optional<ProfileSource> builtIn(String name, Consumer<String> complaint) {
        List<String> names = ProfileLibrary.names();
        if (!names.contains(name)) {
            complaint.accept("found \"" + name + "\", expected " + String.join(", ", names)
                    + ", or the name of a profile file ending in .yaml or .json" + Suggestions.hint(name, names));
            return Optional.empty();
        }
        return Optional.of(point -> ProfileLibrary.find(name, point));
    }

    /** The device that is asked for, if its profile can be read and its figures hold at that point. */
    private Optional<HardwareProfile> read(ProfileSource source, DeviceQuery query) {
        try {
            HardwareProfile own = source.at(OperatingPointRequest.OWN);
            if (query.point().equals(OperatingPointRequest.OWN)) {
                return Optional.of(own);
            }
            Optional<String> clock = query.point().clockRefusal(own.figures().operatingPoint());
            Optional<String> voltage =
                    query.point().voltageRefusal(own.figures().operatingPoint());
            clock.ifPresent(query.clockComplaint());
            voltage.ifPresent(query.voltageComplaint());
            return clock.isPresent() || voltage.isPresent() ? Optional.empty() : Optional.of(source.at(query.point()));
        } catch (ProfileException e) {
            for (Problem problem : e.problems()) {
                reading.note(problem);
            }
            return Optional.empty();
        }
    }

    private static boolean isNew(HardwareProfile profile, List<HardwareSpec> earlier, Consumer<String> complaint) {
        boolean known = earlier.stream().anyMatch(each -> each.profile().name().equals(profile.name()));
        if (known) {
            complaint.accept("found the chip \"" + profile.name() + "\" twice, expected each once");
        }
        return !known;
    }

    /** Where a profile comes from. */
    @FunctionalInterface
    private interface ProfileSource {
        HardwareProfile at(OperatingPointRequest point) throws ProfileException;
    }
}
