package ganglion.scenario.format;

import ganglion.documents.place.Place;
import ganglion.scenario.model.Input;

/** Reads inputs whose spikes are in a file: a list for the whole run, or samples of a data set one after the other. */
final class SpikeListReader {

    private SpikeListReader() {}

    static Input read(Place input) {
        int size = input.integer("size", 0);
        if (input.has("samples")) {
            return DataSetReader.samples(input, size, input.ticks("gap", 0));
        }
        for (String key : new String[] {"gap", "clip-duration"}) {
            input.find(key).ifPresent(place -> place.problem("found \"" + key + "\" without samples, expected both"));
        }
        Place spikes = input.at("spikes");
        int hash = spikes.text().lastIndexOf('#');
        String file = hash < 0 ? spikes.text() : spikes.text().substring(0, hash);
        String part = hash < 0 ? "" : spikes.text().substring(hash + 1);
        return new Input.SpikeList(input.pointer(), input.at("name").text(), size, spikes.file(file), part);
    }
}
