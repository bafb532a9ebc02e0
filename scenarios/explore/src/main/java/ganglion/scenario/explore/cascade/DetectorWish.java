package ganglion.scenario.explore.cascade;

import ganglion.scenario.explore.space.SearchDimension;
import java.util.List;

/**
 * What is asked of detectors: networks of two classes, event or not, that are trained for the small place of a cascade.
 *
 * @param train detectors that are trained, at most; at least 1
 * @param vary what is drawn anew for each, with different names; at least one
 */
public record DetectorWish(int train, List<SearchDimension> vary) {

    /** Takes a copy of the list. */
    public DetectorWish {
        vary = List.copyOf(vary);
    }
}
