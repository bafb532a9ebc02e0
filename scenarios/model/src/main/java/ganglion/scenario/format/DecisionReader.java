package ganglion.scenario.format;

import ganglion.documents.place.Place;
import ganglion.scenario.format.name.DeclaredNames;
import ganglion.scenario.model.DecisionRule;
import ganglion.scenario.model.Input;
import ganglion.scenario.model.ReadOutRule;
import ganglion.scenario.model.Recording;
import java.util.List;
import java.util.Optional;

/** Reads how clips are decided. */
final class DecisionReader {

    private DecisionReader() {}

    static DecisionRule read(Place place, List<Input> inputs) {
        place.reading().context(DeclaredNames.class).sizeOfPopulation(place.at("population"));
        List<Input.Playlist> playlists = inputs.stream()
                .filter(Input.Playlist.class::isInstance)
                .map(Input.Playlist.class::cast)
                .toList();
        Optional<Input.Playlist> input =
                place.has("input") ? named(place.at("input"), playlists) : only(place, playlists);
        long marginTicks = place.ticks("margin", 0);
        input.ifPresent(chosen -> checkMargin(place, marginTicks, chosen));
        return new DecisionRule(
                place.pointer(),
                place.at("population").text(),
                input.map(Input.Playlist::name).orElse(""),
                marginTicks,
                readOut(place));
    }

    private static ReadOutRule readOut(Place place) {
        ReadOutRule.Score score = place.choice("read-out", ReadOutRule.Score.MOST_SPIKES);
        List<String> classes =
                place.elements("classes").stream().map(Place::text).toList();
        int neurons = place.reading().context(DeclaredNames.class).sizeOfPopulation(place.at("population"));
        List<List<Integer>> groups = GroupReader.read(place, score, classes, neurons);
        if (score.ofGroups()) {
            return new ReadOutRule(score, place.ticks("delay", 0), place.ticks("duration", 0), classes, groups);
        }
        if (score != ReadOutRule.Score.MOST_SPIKES && neurons == 1 && classes.isEmpty()) {
            place.problem("found no \"classes\", which are required because one neuron tells two of them");
        }
        if (!classes.isEmpty() && (score == ReadOutRule.Score.MOST_SPIKES || neurons > 1 || classes.size() != 2)) {
            place.at("classes")
                    .problem(
                            "found classes, which go with groups, or two with a single neuron and another read-out only");
        }
        return new ReadOutRule(score, place.ticks("delay", 0), place.ticks("duration", 0), classes);
    }

    /** Potentials that decide must be recorded. */
    static void checkRecorded(Place place, DecisionRule rule, Recording recording) {
        if (rule.readOut().score().needsMembranes() && !recording.membranes().contains(rule.population())) {
            place.at("read-out")
                    .problem("found a read-out of potentials that are not recorded, expected " + rule.population()
                            + " in the list /record/membrane");
        }
    }

    private static Optional<Input.Playlist> named(Place place, List<Input.Playlist> playlists) {
        Optional<Input.Playlist> input = playlists.stream()
                .filter(each -> each.name().equals(place.text()))
                .findFirst();
        if (input.isEmpty()) {
            place.problem("found \"" + place.text() + "\", expected the name of an input with clips or samples");
        }
        return input;
    }

    private static Optional<Input.Playlist> only(Place place, List<Input.Playlist> playlists) {
        if (playlists.size() > 1) {
            place.problem("found no \"input\", which is required because there are " + playlists.size()
                    + " inputs with clips or samples");
        }
        return playlists.stream().findFirst();
    }

    /** A spike must not count for two clips. */
    private static void checkMargin(Place place, long marginTicks, Input.Playlist input) {
        if (input.trialCount() > 1 && marginTicks > input.gapTicks()) {
            place.at("margin")
                    .problem("found " + marginTicks + " ticks, expected at most the gap between the clips of "
                            + input.name() + ", " + input.gapTicks() + " ticks");
        }
    }
}
