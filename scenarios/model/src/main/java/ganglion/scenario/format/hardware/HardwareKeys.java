package ganglion.scenario.format.hardware;

import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.oneOf;
import static ganglion.documents.key.Types.readAs;
import static ganglion.documents.key.Types.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.key.Key;
import ganglion.documents.place.Place;
import ganglion.hardware.cost.CostOptions;
import ganglion.hardware.placement.PlacementStrategy;
import ganglion.scenario.format.expect.ExpectationKeys;
import ganglion.scenario.model.HardwareSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
            .says(
                    "Chips that the run is costed on: names of profiles that come with Ganglion (ganglion profile list), or"
                            + " profile files (.yaml, .json); or objects that also say how.")
            .impliedDefault(List.of())
            .exampleText("[loihi, stm32u575]")
            .exampleText("[{profile: loihi, placement: fewest-messages, apply: precision}]");

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
}
