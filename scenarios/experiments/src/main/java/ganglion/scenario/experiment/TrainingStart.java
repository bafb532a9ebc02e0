package ganglion.scenario.experiment;

import ganglion.documents.place.DocumentPath;
import java.util.List;
import java.util.Optional;

/**
 * What a network is before it learns.
 *
 * @param from a trained model whose values it takes over; fresh values if absent
 */
public record TrainingStart(Optional<Source> from) {

    /**
     * A trained model to start from. Layers are named {@code layer-0}, {@code layer-1} and so on, from the input on.
     *
     * @param pointer its place in the experiment
     * @param model the model file
     * @param frozen names of layers that keep its values
     * @param fresh names of layers that do not take its values over
     */
    public record Source(String pointer, DocumentPath model, List<String> frozen, List<String> fresh) {

        /** Takes copies of the lists. */
        public Source {
            frozen = List.copyOf(frozen);
            fresh = List.copyOf(fresh);
        }
    }

    /** Name of a layer. */
    public static String nameOf(int layer) {
        return "layer-" + layer;
    }
}
