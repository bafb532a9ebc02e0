/**
 * Who runs when. A {@link ganglion.kernel.schedule.Partition} deals the neurons out to cores; {@link
 * ganglion.kernel.schedule.Wiring} finds which cores can reach which, how soon, and in which order groups of cores can run
 * without waiting; a {@link ganglion.kernel.schedule.Conductor} hands out windows of time accordingly, skips idle time, and
 * passes spikes on. It is a plain state machine: the sequential engine and the actors are driven by the same one.
 *
 * <pre>
 *                      stage 0                stage 1
 *   chunk [0,1024)   ear ──────────────►  hidden ⇄ out       A stage is a set of cores that can reach each other in a
 *   chunk [1024, …)  ear ──────────────►  hidden ⇄ out       cycle. Within it the window is the smallest delay between
 *                                                            its cores; a later stage follows a whole chunk behind.
 * </pre>
 *
 * This is conservative parallel discrete-event simulation (Chandy and Misra 1979; for spiking networks Morrison et al.
 * 2005): the smallest delay is a time during which cores cannot influence each other.
 */
package ganglion.kernel.schedule;
