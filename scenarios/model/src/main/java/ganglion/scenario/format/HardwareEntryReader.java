package ganglion.scenario.format;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.Suggestions;
import ganglion.documents.place.Place;
import ganglion.hardware.chip.BarrierTicks;
import ganglion.hardware.chip.Execution;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.PipelineUnit;
import ganglion.hardware.chip.TimingForm;
import ganglion.hardware.comparison.Baseline;
import ganglion.hardware.cost.CostOptions;
import ganglion.hardware.placement.PlacementStrategy;
import ganglion.hardware.placement.PlacementStrategy.Assignment;
import ganglion.scenario.format.name.DeclaredNames;
import ganglion.scenario.model.BaselineSpec;
import ganglion.scenario.model.HardwareSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads what a scenario asks of one chip beyond its name. */
final class HardwareEntryReader {

    private final Place entry;
    private final HardwareProfile profile;

    private HardwareEntryReader(Place entry, HardwareProfile profile) {
        this.entry = entry;
        this.profile = profile;
    }

    /** @param entry a name, or an object with a profile that is known to be this one */
    static HardwareSpec read(Place entry, HardwareProfile profile) {
        return entry.node().isObject()
                ? new HardwareEntryReader(entry, profile).read()
                : new HardwareSpec(entry.pointer(), profile);
    }

    private HardwareSpec read() {
        if (profile.execution() == Execution.DENSE) {
            for (String key : List.of("placement", "timing", "units", "active", "apply")) {
                entry.find(key)
                        .ifPresent(place -> place.problem("found " + key + " for " + profile.name()
                                + ", which runs the equivalent dense network; expected it for chips of spikes only"));
            }
        }
        CostOptions options = new CostOptions(
                entry.find("placement").map(this::placement).orElse(CostOptions.DEFAULT.placement()),
                entry.find("timing").flatMap(this::timing),
                entry.find("units").map(this::units).orElse(Map.of()),
                entry.text("active", "").equals("state"));
        return new HardwareSpec(
                entry.pointer(),
                profile,
                options,
                entry.has("apply"),
                entry.find("baseline").map(this::baseline).orElse(BaselineSpec.DEFAULT));
    }

    private PlacementStrategy placement(Place place) {
        if (place.node().isArray()) {
            return byHand(place.elements());
        }
        return switch (place.text()) {
            case "fewest-messages" -> new PlacementStrategy.FewestMessages();
            case "spread" -> new PlacementStrategy.Spread();
            default -> new PlacementStrategy.InOrder();
        };
    }

    private static PlacementStrategy byHand(List<Place> pieces) {
        List<Assignment> assignments = new ArrayList<>();
        for (Place piece : pieces) {
            Place population = piece.at("population");
            int size = piece.reading().context(DeclaredNames.class).sizeOfAny(population);
            int first = piece.integer("first", 0);
            int count = piece.integer("count", Math.max(1, size - first));
            if (size > 0 && first + (long) count > size) {
                piece.problem("found neurons " + first + " to " + (first + (long) count - 1) + " of "
                        + population.text() + ", expected some of 0 to " + (size - 1));
            }
            assignments.add(new Assignment(population.text(), first, count, piece.integer("core", 0)));
        }
        return new PlacementStrategy.ByHand(assignments);
    }

    private Optional<TimingForm> timing(Place place) {
        if (!(profile.timeModel() instanceof BarrierTicks)) {
            place.problem("found a form of timing for " + profile.name() + ", whose ticks are "
                    + profile.timeModel().name() + "; expected it for chips with a barrier only");
            return Optional.empty();
        }
        return Optional.of(TimingForm.of(place.text()));
    }

    private Map<String, List<String>> units(Place place) {
        List<String> known = profile.units().stream().map(PipelineUnit::name).toList();
        Map<String, List<String>> units = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : place.node().properties()) {
            String population = member.getKey();
            Place chosen = place.at(population);
            if (!place.reading().context(DeclaredNames.class).all().contains(population)) {
                chosen.problem("found units for \"" + population + "\", expected a population or input");
            }
            List<String> names = new ArrayList<>();
            for (Place unit : chosen.elements()) {
                names.add(unit.text());
                if (!known.contains(unit.text())) {
                    unit.problem("found \"" + unit.text() + "\", expected a unit of " + profile.name() + " ("
                            + (known.isEmpty() ? "it has none" : String.join(", ", known)) + ")"
                            + Suggestions.hint(unit.text(), known));
                }
            }
            units.put(population, names);
        }
        return units;
    }

    private BaselineSpec baseline(Place place) {
        if (!Baseline.isPossibleOn(profile)) {
            place.problem("found a baseline on " + profile.name() + ", expected one on a conventional processor");
        }
        OptionalLong passes =
                place.has("passes") ? OptionalLong.of(place.at("passes").node().asLong()) : OptionalLong.empty();
        boolean stateful = place.node().path("state").asBoolean(true);
        return new BaselineSpec(passes, stateful, place.number("duty", 1));
    }
}
