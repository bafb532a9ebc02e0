/**
 * From a {@link ganglion.scenario.interchange.nir.NirGraph} to populations and synapses. A graph is flattened, its shapes
 * are worked out, all nodes without a state are folded into the synapses between those that have one, and the time
 * constants become factors per tick.
 *
 * <p>A synapse has a delay of at least one tick. Hence every layer of a compiled graph does at tick {@code t + depth} what
 * the graph does at step {@code t}; its neurons start at tick {@code depth}, so that leak and bias are in step, too.
 */
package ganglion.scenario.interchange.compile;
