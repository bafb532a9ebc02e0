package ganglion.scenario.format.expect;

import ganglion.documents.Suggestions;
import ganglion.documents.place.Place;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.estimate.Computation;
import ganglion.scenario.model.DecisionRule;
import ganglion.scenario.model.Input;
import ganglion.scenario.model.PopulationSpec;
import ganglion.scenario.model.ProjectionSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What expectations may refer to.
 *
 * @param inputs the inputs
 * @param populations the populations
 * @param projections the projections
 * @param decision how clips are decided, if they are
 * @param devices profiles of the devices that the scenario is costed on
 * @param membranes populations whose membrane potentials are recorded
 */
public record ExpectationContext(
        List<Input> inputs,
        List<PopulationSpec> populations,
        List<ProjectionSpec> projections,
        Optional<DecisionRule> decision,
        List<HardwareProfile> devices,
        List<String> membranes) {

    static ExpectationContext of(Place place) {
        return place.reading().context(ExpectationContext.class);
    }

    void checkMembraneRecorded(Place population) {
        if (!membranes.contains(population.text())) {
            population.problem("found \"" + population.text()
                    + "\", expected a population whose potentials are recorded (record: {membrane: ["
                    + population.text() + "]})");
        }
    }

    void checkPlastic(Place place, String from, String to) {
        boolean plastic = projections.stream()
                .anyMatch(spec -> spec.from().equals(from)
                        && spec.to().equals(to)
                        && spec.plasticity().isPresent());
        if (!plastic) {
            place.problem("found no plastic projection from " + from + " to " + to + ", expected one");
        }
    }

    void checkDecided(Place place) {
        if (decision.isEmpty()) {
            place.problem("found an expectation on decisions, expected a \"decision\" in the scenario");
        }
    }

    /** The winner must be one that can win. */
    void checkLabel(Place label) {
        Optional<List<String>> labels = decision.flatMap(rule -> populations.stream()
                        .filter(population -> population.name().equals(rule.population()))
                        .findFirst())
                .map(PopulationSpec::labels);
        if (labels.isPresent() && !labels.get().isEmpty() && !labels.get().contains(label.text())) {
            label.problem("found \"" + label.text() + "\", expected a label of the read-out population"
                    + Suggestions.hint(label.text(), labels.get()));
        }
    }

    void checkClip(Place place, int clip) {
        int count = clipCount();
        if (decision.isPresent() && clip >= count) {
            place.problem("found clip " + clip + ", expected 0 to " + (count - 1));
        }
    }

    /** A run without clips is decided once, as a whole. */
    private int clipCount() {
        return inputs.stream()
                .filter(input -> decision.isPresent()
                        && input.name().equals(decision.get().input()))
                .mapToInt(input -> ((Input.Playlist) input).trialCount())
                .findFirst()
                .orElse(1);
    }

    void checkProfile(Place place) {
        List<String> names = devices.stream().map(HardwareProfile::name).toList();
        if (!names.contains(place.text())) {
            place.problem("found \"" + place.text() + "\", expected one of the scenario's hardware ("
                    + (names.isEmpty() ? "it has none" : Suggestions.list(names)) + ")"
                    + Suggestions.hint(place.text(), names));
        }
    }

    void checkComputes(Place place, String profile, Computation computation) {
        devices.stream()
                .filter(device -> device.name().equals(profile))
                .map(Computation::on)
                .filter(possible -> !possible.contains(computation))
                .forEach(possible -> place.problem("found " + computation.word() + " on " + profile + ", expected "
                        + (possible.isEmpty()
                                ? "no such key: its profile says of nothing that it can compute it"
                                : possible.stream().map(Computation::word).collect(Collectors.joining(" or ")))));
    }
}
