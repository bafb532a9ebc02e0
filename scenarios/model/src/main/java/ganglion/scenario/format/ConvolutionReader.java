package ganglion.scenario.format;

import ganglion.documents.place.OwnKeys;
import ganglion.documents.place.Place;
import ganglion.kernel.connectivity.ConvolutionRule.Axis;
import ganglion.kernel.connectivity.Ends;
import ganglion.scenario.model.Connectivity;
import java.util.List;

/** Reads convolutions in one and two dimensions. */
final class ConvolutionReader {

    private final Place place;
    private final Ends ends;

    ConvolutionReader(Place place, Ends ends) {
        this.place = place;
        this.ends = ends;
    }

    /** @throws IllegalArgumentException if the numbers do not fit together */
    Connectivity read() {
        boolean complete =
                OwnKeys.check(place, "rule", List.of("input", "kernel", "channels"), List.of("stride", "padding"));
        if (!complete) {
            return new Connectivity.AllToAll();
        }
        List<Place> input = place.at("input").elements();
        List<Place> kernel = place.at("kernel").elements();
        if (kernel.size() != input.size() - 1) {
            throw new IllegalArgumentException("found a kernel of " + kernel.size() + " and an input of " + input.size()
                    + " numbers, expected input: [channels, columns] with kernel: [columns], or input: [channels, rows,"
                    + " columns] with kernel: [rows, columns]");
        }
        boolean flat = kernel.size() == 1;
        Connectivity.Convolved convolved = new Connectivity.Convolved(
                number(input.get(0)),
                place.integer("channels", 1),
                flat ? Axis.NONE : axis(input.get(1), kernel.get(0), 0),
                axis(input.get(input.size() - 1), kernel.get(kernel.size() - 1), kernel.size() - 1));
        checkSizes(convolved);
        return convolved;
    }

    private Axis axis(Place input, Place kernel, int dimension) {
        return new Axis(
                number(input), number(kernel), setting("stride", dimension, 1), setting("padding", dimension, 0));
    }

    /** One number for all dimensions, or one for each. */
    private int setting(String key, int dimension, int otherwise) {
        if (!place.has(key) || place.at(key).node().isNumber()) {
            return place.integer(key, otherwise);
        }
        List<Place> each = place.at(key).elements();
        if (dimension >= each.size()) {
            throw new IllegalArgumentException("found " + each.size() + " numbers of " + key + ", expected one for each"
                    + " dimension of the kernel");
        }
        return number(each.get(dimension));
    }

    private static int number(Place place) {
        return place.node().intValue();
    }

    private void checkSizes(Connectivity.Convolved convolved) {
        long sources = (long) convolved.inputChannels()
                * convolved.vertical().input()
                * convolved.horizontal().input();
        long targets = (long) convolved.outputChannels()
                * convolved.vertical().output()
                * convolved.horizontal().output();
        boolean known = ends.sourceSize() > 0 && ends.targetSize() > 0;
        if (known && (sources != ends.sourceSize() || targets != ends.targetSize())) {
            throw new IllegalArgumentException("the convolution joins " + sources + " to " + targets
                    + " neurons, but the populations have " + ends.sourceSize() + " and " + ends.targetSize());
        }
    }
}
