package ganglion.scenario.format;

import ganglion.documents.place.Place;
import ganglion.documents.place.PlacedException;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.model.LeakyIntegrator;
import ganglion.scenario.model.PopulationSpec;
import java.util.List;
import java.util.stream.IntStream;

/** Reads populations. */
final class PopulationReader {

    private PopulationReader() {}

    static List<PopulationSpec> readAll(List<Place> places) {
        return IntStream.range(0, places.size())
                .mapToObj(number -> read(places.get(number), number))
                .toList();
    }

    private static PopulationSpec read(Place place, int number) {
        int size = place.integer("size", 1);
        List<String> labels = place.elements("labels").stream().map(Place::text).toList();
        if (place.has("labels") && labels.size() != size) {
            place.at("labels")
                    .problem("found " + labels.size() + " labels, expected one for each of " + size + " neurons");
            labels = List.of();
        }
        NeuronModel model =
                new CurrentReader(size, number).drive(model(place, size, number), place.elements("currents"));
        return new PopulationSpec(
                place.pointer(), place.at("name").text(), size, model, labels, place.ticks("start", 0));
    }

    private static NeuronModel model(Place place, int size, int number) {
        try {
            NeuronModel model = new ModelReader(place, size, number).read();
            model.checkSize(size);
            return model;
        } catch (IllegalArgumentException e) {
            PlacedException.note(e, place.at("parameters"));
            return new LeakyIntegrator(0);
        }
    }
}
