/**
 * Why a neuron of a scenario fired, or did not. {@link ganglion.scenario.cause.Causes} takes its potential apart, follows the spikes that
 * lifted it back to the inputs, and tries out what would have been without the spike that lifted it most. The sums themselves are made in
 * {@code ganglion.kernel.cause}.
 */
package ganglion.scenario.cause;
