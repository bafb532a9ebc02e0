package ganglion.scenario.experiment;

import ganglion.documents.place.DocumentPath;
import java.util.List;

/**
 * A trained model whose values a network takes over before it learns. Layers are named {@code layer-0}, {@code layer-1} and so on, from the
 * input on.
 *
 * @param pointer its place in the experiment
 * @param model the model file
 * @param frozen names of layers that keep its values
 * @param fresh names of layers that do not take its values over
 */
public record TrainingStart(String pointer, DocumentPath model, List<String> frozen, List<String> fresh) {

    /** Takes copies of the lists. */
    public TrainingStart {
        frozen = List.copyOf(frozen);
        fresh = List.copyOf(fresh);
    }

    /** Name of a layer. */
    public static String nameOf(int layer) {
        return "layer-" + layer;
    }
}
