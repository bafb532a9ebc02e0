package ganglion.scenario.format;

import ganglion.documents.place.Place;
import ganglion.documents.place.PlacedException;
import ganglion.documents.quantity.Dimension;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.source.PoissonSource;
import ganglion.kernel.neuron.source.RegularSource;
import ganglion.kernel.random.CounterRandom;
import ganglion.scenario.format.number.NeuronScope;
import ganglion.scenario.format.number.NeuronTimes;
import ganglion.scenario.model.Input;
import ganglion.scenario.model.RandomStreams;
import java.util.ArrayList;
import java.util.List;

/** Reads inputs whose spikes are made up: Poisson trains and regular ones. */
final class SourceReader {

    private final Place input;
    private final int size;
    private final CounterRandom random;

    /** @param number position of the input in the scenario */
    SourceReader(Place input, int number) {
        this.input = input;
        this.size = input.integer("size", 1);
        this.random = input.reading().context(RandomStreams.class).input(number);
    }

    static boolean canRead(Place input) {
        return input.has("poisson") || input.has("regular");
    }

    Input read() {
        NeuronModel model;
        try {
            model = input.has("poisson") ? poisson(input.at("poisson")) : regular(input.at("regular"));
            model.checkSize(size);
        } catch (IllegalArgumentException e) {
            PlacedException.note(e, input.at(input.has("poisson") ? "poisson" : "regular"));
            model = new PoissonSource(List.of(), random);
        }
        return new Input.Generated(input.pointer(), input.at("name").text(), size, model);
    }

    private NeuronModel poisson(Place place) {
        List<PoissonSource.Rate> profile = new ArrayList<>();
        if (place.has("rate")) {
            profile.add(new PoissonSource.Rate(0, eventsPerTick(place.at("rate"))));
        }
        for (Place part : place.elements("profile")) {
            profile.add(new PoissonSource.Rate(part.ticks("from", 0), eventsPerTick(part.at("rate"))));
        }
        return new PoissonSource(profile, random);
    }

    /** One rate for all neurons, or a list of one for each. */
    private static NeuronValues eventsPerTick(Place rate) {
        double tickSeconds = rate.reading().times().clock().tickSeconds();
        if (rate.node().isArray()) {
            return NeuronValues.each(rate.elements().stream()
                    .mapToDouble(one -> one.quantity(Dimension.FREQUENCY, 0) * tickSeconds)
                    .toArray());
        }
        return NeuronValues.of(rate.quantity(Dimension.FREQUENCY, 0) * tickSeconds);
    }

    private NeuronModel regular(Place place) {
        new NeuronScope(size, 0, place.pointer()).enter(place);
        NeuronTimes times = new NeuronTimes();
        return new RegularSource(
                times.read(place.at("period")),
                place.find("phase").map(times::read).orElse(NeuronValues.of(0)));
    }
}
