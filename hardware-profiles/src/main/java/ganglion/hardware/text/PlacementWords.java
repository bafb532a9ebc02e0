package ganglion.hardware.text;

import ganglion.hardware.placement.PlacementStrategy;

/** A placement strategy as a sentence for a report. */
public final class PlacementWords {

    private static final String INPUTS = " Inputs are not placed: their spikes enter at the south-western tile.";

    private PlacementWords() {}

    public static String of(PlacementStrategy strategy) {
        if (strategy instanceof PlacementStrategy.ByHand) {
            return "Neurons are placed by hand. Inputs that are not placed enter at the south-western tile.";
        }
        if (strategy instanceof PlacementStrategy.FewestMessages) {
            return "Neurons are placed for few messages between cores." + INPUTS;
        }
        if (strategy instanceof PlacementStrategy.Spread) {
            return "Populations are spread over the cores." + INPUTS;
        }
        if (strategy instanceof PlacementStrategy.InOrder) {
            return "Populations are placed in order." + INPUTS;
        }
        throw new IllegalArgumentException("there is no sentence for " + strategy);
    }
}
