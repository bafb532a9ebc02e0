/**
 * Which core runs when. A {@link ganglion.kernel.schedule.Partition} deals the neurons out to cores; {@link
 * ganglion.kernel.schedule.Wiring} finds which cores can reach which, how soon, and in which order groups of cores can run
 * without waiting; a {@link ganglion.kernel.schedule.Conductor} hands out windows of time accordingly, skips idle time, and
 * passes spikes on. It is a plain state machine: the sequential engine and the actors are driven by the same one. A {@link
 * ganglion.kernel.schedule.ThreadRule} says how many threads a network is worth.
 *
 * <pre>
 *                      stage 0                stage 1
 *   chunk [0,1024)   ear ──────────────►  hidden ⇄ out       The cores of a stage run at the same time. Where they
 *   chunk [1024, …)  ear ──────────────►  hidden ⇄ out       reach each other in cycles, the window is the smallest delay
 *                                                            between them; a later stage follows a whole chunk behind.
 * </pre>
 *
 * This is conservative parallel discrete-event simulation (Chandy and Misra 1979; for spiking networks Morrison et al.
 * 2005): the smallest delay is a time during which cores cannot influence each other. No core ever has to take a step back,
 * and none waits for a message that says only that nothing happened.
 *
 * <p>What may depend on the partition is the number of windows and batches. What may not is any spike: the order in which a
 * round is run, and in which batches arrive, is not seen by the cores, whose queues sort what they are given.
 */
package ganglion.kernel.schedule;
