package ganglion.cli.option;

import ganglion.documents.InputException;
import ganglion.documents.Suggestions;
import ganglion.hardware.placement.PlacementStrategy;
import ganglion.report.cost.Recosting;
import ganglion.scenario.format.hardware.HardwareKeys;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options that say on which devices a recorded run is costed, and how its neurons are placed there. */
public final class RecostOptions {

    @Option(
            names = "--profile",
            paramLabel = "P",
            split = ",",
            description = "Devices: names of 'ganglion profile list', or files, each with an operating point if need be"
                    + " (odin@1.3MHz). By default those of the run.")
    private List<String> profiles = List.of();

    /** Whether devices are asked for in place of those of the run. */
    public boolean asksForProfiles() {
        return !profiles.isEmpty();
    }

    /** Names or files of these devices. */
    public List<String> profiles() {
        return profiles;
    }

    /** The first option that is given and that only a run has a use for. */
    public Optional<String> ofRuns() {
        if (placement != null) {
            return Optional.of("--placement");
        }
        if (origin.movedTo().isPresent()) {
            return Optional.of("--scenario");
        }
        return origin.allowOutsidePaths() ? Optional.of("--allow-outside-paths") : Optional.empty();
    }

    @Option(
            names = "--placement",
            paramLabel = "STRATEGY",
            converter = PlacementWord.class,
            description = "How neurons are given cores on each chip of spikes: in-order or spread. By default"
                    + " as in the scenario.")
    private PlacementStrategy placement;

    @Mixin
    private OriginOptions origin;

    /**
     * Reads a run directory and its scenario.
     *
     * @throws InputException if it cannot be costed again
     */
    public Recosting read(Path directory) throws InputException {
        Recosting recorded = Recosting.read(directory, profiles, origin.movedTo(), origin.allowOutsidePaths());
        return placement == null ? recorded : recorded.placed(placement);
    }

    /** A placement that has a name. */
    public static final class PlacementWord implements ITypeConverter<PlacementStrategy> {

        @Override
        public PlacementStrategy convert(String word) {
            Map<String, PlacementStrategy> known = HardwareKeys.placements();
            if (!known.containsKey(word)) {
                throw new TypeConversionException(
                        "found '" + word + '\'' + Suggestions.expected("one of", word, known.keySet()));
            }
            return known.get(word);
        }
    }
}
