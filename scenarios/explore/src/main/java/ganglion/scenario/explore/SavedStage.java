package ganglion.scenario.explore;

import ganglion.scenario.explore.cascade.CascadeStage;
import java.util.Optional;

/**
 * What the saved network of a point does on all samples that it is saved with.
 *
 * @param saved its decisions there, of which the first are those of the point
 * @param stage what it is worth as a stage of a cascade; absent if it can be none
 * @param refusal why it can be no stage; empty if it can
 */
public record SavedStage(DeviceOutcome saved, Optional<CascadeStage> stage, String refusal) {}
