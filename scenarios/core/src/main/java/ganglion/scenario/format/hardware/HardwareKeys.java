package ganglion.scenario.format.hardware;

import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.oneOf;
import static ganglion.documents.key.Types.readAs;
import static ganglion.documents.key.Types.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.Problem;
import ganglion.documents.key.Key;
import ganglion.documents.place.Place;
import ganglion.documents.place.Reading;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.cost.CostOptions;
import ganglion.hardware.library.OperatingPointRequest;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.library.ProfileReference;
import ganglion.hardware.placement.PlacementStrategy;
import ganglion.scenario.format.expect.ExpectationKeys;
import ganglion.scenario.format.hardware.ChipKeys.DeviceQuery;
import ganglion.scenario.model.HardwareSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The chips that a run is costed on. */
public final class HardwareKeys {

    /** Each by its name, or as an object that also says how it is used. */
    public static final Key<List<Place>> HARDWARE = Key.of(
                    "hardware",
                    listOf(
                                    "a list of chips",
                                    oneOf(
                                            "the name of a chip, or a chip and how it is used",
                                            readAs(text("").length(1, 0), place -> place),
                                            ChipKeys.CHIP))
                            .size(0, 100)
                            .ofDifferent())
            .says("Chips that the run is costed on: names of profiles that come with Ganglion (ganglion profile"
                    + " list), or profile files (.yaml, .json); or objects that also say how.")
            .impliedDefault(List.of())
            .exampleText("[loihi, stm32u575]")
            .exampleText("[{profile: loihi, placement: spread, apply: precision}]");

    private HardwareKeys() {}

    /**
     * The chips of a scenario, or of the command line in their stead. Chips that an expectation is about stay, whatever the
     * command line asks for: what is expected is always checked. So does the chip whose precision the run has.
     *
     * @param root the scenario
     * @param asked names or files that the command line names; empty if it names none
     */
    public static List<HardwareSpec> in(Place root, List<String> asked) {
        ProfileFinder finder = new ProfileFinder(root.reading());
        List<HardwareSpec> own = finder.read(HARDWARE.in(root));
        if (asked.isEmpty()) {
            return own;
        }
        List<HardwareSpec> hardware = new ArrayList<>(finder.readOverrides(asked, own));
        List<String> names = names(hardware);
        List<String> expected = ExpectationKeys.EXPECT.isIn(root)
                ? ExpectationKeys.EXPECT.at(root).elements().stream()
                        .flatMap(place -> ExpectationKeys.devices(place).stream())
                        .toList()
                : List.of();
        own.stream()
                .filter(spec -> spec.appliesPrecision()
                        || expected.contains(spec.profile().name()))
                .filter(spec -> !names.contains(spec.profile().name()))
                .forEach(hardware::add);
        return hardware;
    }

    /** The ways of giving neurons their cores that have a name, by their words. */
    public static Map<String, PlacementStrategy> placements() {
        return PlacementKeys.strategies();
    }

    /** Writes one chip, by the name of its profile or file, and how it is used. */
    public static void write(String profile, CostOptions options, ObjectNode root) {
        root.putArray(HARDWARE.name()).add(ChipKeys.write(profile, options));
    }

    private static List<String> names(List<HardwareSpec> hardware) {
        return hardware.stream().map(spec -> spec.profile().name()).toList();
    }

    /** Finds the chips that a scenario, or the command line in its stead, asks for. */
    private static final class ProfileFinder {

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
                        .ifPresent(found -> specs.add(
                                plain ? new HardwareSpec(entry.pointer(), found) : ChipKeys.read(entry, found)));
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
                    .map(spec -> new HardwareSpec("", found, spec.options(), HardwareSpec.Applied.NOTHING))
                    .orElseGet(() -> new HardwareSpec("", found));
        }

        private void noteCommandLine(String message) {
            reading.note(new Problem(COMMAND_LINE, message));
        }

        private static Optional<ProfileSource> builtIn(String name, Consumer<String> complaint) {
            if (!ProfileLibrary.names().contains(name)) {
                complaint.accept("found \"" + name + "\", " + ProfileLibrary.expected(name));
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
                Optional<String> clock =
                        query.point().clockRefusal(own.figures().operatingPoint());
                Optional<String> voltage =
                        query.point().voltageRefusal(own.figures().operatingPoint());
                clock.ifPresent(query.clockComplaint());
                Optional<String> batch = query.point().batchRefusal(own);
                voltage.ifPresent(query.voltageComplaint());
                batch.ifPresent(query.batchComplaint());
                return clock.isPresent() || voltage.isPresent() || batch.isPresent()
                        ? Optional.empty()
                        : Optional.of(source.at(query.point()));
            } catch (ProfileException e) {
                for (Problem problem : e.problems()) {
                    reading.note(problem);
                }
                return Optional.empty();
            }
        }

        private static boolean isNew(HardwareProfile profile, List<HardwareSpec> earlier, Consumer<String> complaint) {
            boolean known =
                    earlier.stream().anyMatch(each -> each.profile().name().equals(profile.name()));
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
}
