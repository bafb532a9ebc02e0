/**
 * The engine's contract: a {@link ganglion.kernel.network.Network} goes in, a {@link ganglion.kernel.SimulationResult}
 * comes out, the same to the last bit for every partition of the network and every number of threads. Plain Java
 * without threads or files, and with no clock but that of its own work. {@link ganglion.kernel.SequentialSimulation} runs
 * a network in the caller's thread; the actors of the runtime module run the same cores in parallel.
 *
 * <h2>The life of a spike</h2>
 *
 * <p>1. {@link ganglion.kernel.schedule.Host} has a core run a window of time, as long as what is known of the cores that reach it
 * allows, and gives it the {@link ganglion.kernel.event.SpikeBatch}es that they have sent.
 *
 * <p>2. {@link ganglion.kernel.core.NeuroCore#advance} hands each spike to {@code IncomingRows}, which finds the rows
 * of synapses that lead from the neuron to this core, and queues each row in the {@code EventWheel} at the tick at
 * which it is due. Rows of many delays are queued once, for the tick at which {@code RingRows} adds them, ahead of their
 * ticks, to an {@code InputRing}.
 *
 * <p>3. When the tick comes, the {@code EventWheel} hands out what is due in canonical order: what arrives through varied
 * projections by the tick at which it was fired, source population, source neuron and projection, then what arrives
 * through uniform ones, weight after weight. This is the order of every sum. Many dense rows of one weight are counted as
 * bits ({@link ganglion.kernel.count}) and looked up in a table of such sums.
 *
 * <p>4. {@link ganglion.kernel.network.Synapses} adds the weights of each row to the summed input of its targets. Where
 * weights change, {@code PlasticRows} first brings them up to date by their {@link ganglion.kernel.plasticity.SynapseRule}.
 *
 * <p>5. {@code HostedGroup} visits the reached neurons of a {@link ganglion.kernel.neuron.NeuronGroup}, all or some of
 * them. The group makes up for the ticks since its last visit, takes in the summed input, and compares with the
 * threshold.
 *
 * <p>6. A neuron that fires is reported through {@link ganglion.kernel.neuron.Visit}. The core records the spike,
 * queues it for its own neurons as in step 2, and queues the visits that neurons have asked for because they will fire
 * by themselves.
 *
 * <p>7. At the end of the window, {@link ganglion.kernel.core.WindowResult} carries the spikes in one {@code
 * SpikeBatch}. {@code Wiring} says which cores it reaches. The host puts it into the inboxes of those that it hosts itself, and into
 * {@link ganglion.kernel.schedule.Mail} to the hosts of the others, where it waits for step 1.
 *
 * <p>8. At the end of the run, {@link ganglion.kernel.PartitionedNetwork} merges the batches of all cores into one
 * {@link ganglion.kernel.event.SpikeRaster} per population.
 */
package ganglion.kernel;
