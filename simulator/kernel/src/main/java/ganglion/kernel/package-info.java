/**
 * The engine's contract: a {@link ganglion.kernel.network.Network} goes in, a {@link ganglion.kernel.SimulationResult}
 * comes out, the same to the last bit for every partition of the network and every number of threads. Plain Java without
 * threads, files or clocks. {@link ganglion.kernel.SequentialSimulation} runs a network in the caller's thread; the actors
 * of the runtime module run the same cores in parallel.
 */
package ganglion.kernel;
