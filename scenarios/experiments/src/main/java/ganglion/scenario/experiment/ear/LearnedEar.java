package ganglion.scenario.experiment.ear;

import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.spectrum.Triangle;
import ganglion.learning.model.Model;
import ganglion.scenario.experiment.Classification;
import java.util.List;

/**
 * A front end that has learned, and the network behind it.
 *
 * @param experiment the experiment with this front end in place of the one that it started from, and nothing left to learn in it
 * @param model the network without the front end
 * @param before the front end that it started from
 * @param after the front end itself
 * @param start the bands of the front end that it started from, evenly spaced
 * @param layers number of layers that the front end was in training, in front of those of the model
 */
public record LearnedEar(
        Classification experiment,
        Model model,
        CochleaParameters before,
        CochleaParameters after,
        List<Triangle> start,
        int layers) {

    /** Takes a copy of the list. */
    public LearnedEar {
        start = List.copyOf(start);
    }

    /** The bands that were learned. */
    public List<Triangle> bands() {
        return after.mel().triangles();
    }
}
