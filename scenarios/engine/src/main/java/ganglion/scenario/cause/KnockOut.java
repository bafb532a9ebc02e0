package ganglion.scenario.cause;

import ganglion.kernel.cause.SpikeId;
import java.util.OptionalLong;

/**
 * What the neuron does if one spike does not reach it, and all others do.
 *
 * @param left the spike that is left out
 * @param fires whether the neuron still fires at the tick
 * @param next the first later tick at which it then fires, within what was made again of the run
 * @param needed whether the parts say that it cannot fire without the spike
 */
public record KnockOut(SpikeId left, boolean fires, OptionalLong next, boolean needed) {}
