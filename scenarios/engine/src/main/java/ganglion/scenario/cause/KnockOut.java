package ganglion.scenario.cause;

import ganglion.kernel.cause.SpikeId;
import java.util.OptionalLong;

/**
 * What the neuron does if one spike does not reach it, and all others do.
 *
 * @param left the spike that is left out
 * @param fires whether the neuron still fires at the tick
 * @param nearest the tick nearest to it at which it then fires, if it does at all
 * @param needed whether the parts say that it cannot fire without the spike
 */
public record KnockOut(SpikeId left, boolean fires, OptionalLong nearest, boolean needed) {}
