package ganglion.scenario.model;

import java.util.OptionalLong;

/**
 * How the equivalent dense network of a scenario is run on a conventional processor.
 *
 * @param passes how often the network is gone through for one decision, or for the run where nothing is decided; absent for
 *     once in each of its ticks
 * @param stateful whether neurons keep a state that decays from pass to pass, as the spiking ones do
 * @param duty share of the time in which it runs, where something gates it: more than 0, 1 for always
 */
public record BaselineSpec(OptionalLong passes, boolean stateful, double duty) {

    /** In every tick, with state, always on. */
    public static final BaselineSpec DEFAULT = new BaselineSpec(OptionalLong.empty(), true, 1);
}
