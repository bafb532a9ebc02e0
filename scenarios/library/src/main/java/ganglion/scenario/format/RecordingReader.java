package ganglion.scenario.format;

import ganglion.scenario.Recording;
import java.util.List;
import java.util.Optional;

/** Reads what a run keeps. */
final class RecordingReader {

    private RecordingReader() {}

    static Recording read(Optional<Place> record, DeclaredNames names) {
        List<String> spikes = record.flatMap(place -> place.find("spikes"))
                .filter(place -> place.node().isArray())
                .map(place -> listed(place, names))
                .orElseGet(names::all);
        List<String> membranes = record.map(place -> place.elements("membrane")).orElse(List.of()).stream()
                .peek(names::sizeOfPopulation)
                .map(Place::text)
                .toList();
        return new Recording(spikes, membranes);
    }

    private static List<String> listed(Place place, DeclaredNames names) {
        place.elements().forEach(names::sizeOfAny);
        return place.elements().stream().map(Place::text).toList();
    }
}
