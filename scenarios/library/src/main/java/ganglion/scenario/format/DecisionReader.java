package ganglion.scenario.format;

import ganglion.scenario.DecisionRule;
import ganglion.scenario.Input;
import java.util.List;
import java.util.Optional;

/** Reads how clips are decided. */
final class DecisionReader {

    private DecisionReader() {}

    static DecisionRule read(Place place, List<Input> inputs) {
        place.reading().names().sizeOfPopulation(place.at("population"));
        List<Input.Audio> audio = inputs.stream()
                .filter(Input.Audio.class::isInstance)
                .map(Input.Audio.class::cast)
                .toList();
        Optional<Input.Audio> input = place.has("input") ? named(place.at("input"), audio) : only(place, audio);
        long marginTicks = place.ticks("margin", 0);
        input.ifPresent(chosen -> checkMargin(place, marginTicks, chosen));
        return new DecisionRule(
                place.pointer(),
                place.at("population").text(),
                input.map(Input.Audio::name).orElse(""),
                marginTicks);
    }

    private static Optional<Input.Audio> named(Place place, List<Input.Audio> audio) {
        Optional<Input.Audio> input =
                audio.stream().filter(each -> each.name().equals(place.text())).findFirst();
        if (input.isEmpty()) {
            place.problem("found \"" + place.text() + "\", expected the name of an audio input");
        }
        return input;
    }

    private static Optional<Input.Audio> only(Place place, List<Input.Audio> audio) {
        if (audio.size() > 1) {
            place.problem("found no \"input\", which is required because there are " + audio.size() + " audio inputs");
        }
        return audio.stream().findFirst();
    }

    /** A spike must not count for two clips. */
    private static void checkMargin(Place place, long marginTicks, Input.Audio input) {
        if (input.clips().size() > 1 && marginTicks > input.gapTicks()) {
            place.at("margin")
                    .problem("found " + marginTicks + " ticks, expected at most the gap between the clips of "
                            + input.name() + ", " + input.gapTicks() + " ticks");
        }
    }
}
