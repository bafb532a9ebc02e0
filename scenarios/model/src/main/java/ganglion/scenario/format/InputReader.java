package ganglion.scenario.format;

import ganglion.documents.place.Place;
import ganglion.documents.quantity.Dimension;
import ganglion.scenario.model.Input;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Reads what comes in: sound, lists of spikes, or spikes that are made up. */
final class InputReader {

    private InputReader() {}

    /** Number of neurons of an input, whether or not the rest of it makes sense. */
    static int size(Place input) {
        boolean given = input.has("spikes") || SourceReader.canRead(input);
        return given ? input.integer("size", 0) : CochleaReader.size(input);
    }

    static List<Input> readAll(List<Place> places) {
        return IntStream.range(0, places.size())
                .mapToObj(number -> read(places.get(number), number))
                .toList();
    }

    private static Input read(Place input, int number) {
        if (SourceReader.canRead(input)) {
            return new SourceReader(input, number).read();
        }
        String name = input.at("name").text();
        if (input.has("spikes")) {
            return SpikeListReader.read(input);
        }
        if (input.has("audio") && input.has("gap")) {
            input.problem("found \"gap\" without clips or folder, expected both");
        }
        return new Input.Audio(
                input.pointer(),
                name,
                clips(input),
                input.ticks("gap", 0),
                input.find("clip-duration").map(InputReader::positiveSeconds).orElse(OptionalDouble.empty()),
                CochleaReader.read(input));
    }

    private static List<Input.Clip> clips(Place input) {
        if (input.has("folder")) {
            return DataSetReader.clips(input.at("folder"));
        }
        if (input.has("table")) {
            return DataSetReader.listed(input.at("table"));
        }
        return input.has("audio")
                ? List.of(clip(input))
                : input.elements("clips").stream().map(InputReader::clip).toList();
    }

    private static Input.Clip clip(Place place) {
        return new Input.Clip(place.pointer(), place.at("audio").file(), place.text("label", ""));
    }

    private static OptionalDouble positiveSeconds(Place place) {
        double seconds = place.quantity(Dimension.TIME, 1);
        if (seconds == 0) {
            place.problem("found \"" + place.text() + "\", expected more than 0 s");
        }
        return OptionalDouble.of(seconds);
    }
}
