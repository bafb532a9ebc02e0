package ganglion.scenario.format;

import ganglion.scenario.Recording;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads what a run keeps. */
final class RecordingReader {

    private RecordingReader() {}

    static Recording read(Optional<Place> record, DeclaredNames names) {
        List<String> spikes = record.flatMap(place -> place.find("spikes"))
                .filter(place -> place.node().isArray())
                .map(place -> texts(place.elements(), names::sizeOfAny))
                .orElseGet(names::all);
        List<Place> membranes = record.map(place -> place.elements("membrane")).orElse(List.of());
        return new Recording(spikes, texts(membranes, names::sizeOfPopulation));
    }

    /** Names, each of which is looked up so that an unknown one is noted. */
    private static List<String> texts(List<Place> places, Consumer<Place> lookUp) {
        places.forEach(lookUp);
        return places.stream().map(Place::text).toList();
    }
}
