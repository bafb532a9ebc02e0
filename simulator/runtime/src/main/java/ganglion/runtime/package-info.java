/**
 * The engine on Akka Typed: one actor for each host, with the cores that share a thread, and one that conducts them, in
 * one process. Only this package and {@code ganglion.runtime.cluster}, which spreads a run over several processes, import {@code akka.*}. The actors carry mail and nothing else: cores, windows and what is in the mail are
 * the kernel's; see {@link ganglion.kernel.schedule}.
 *
 * <pre>
 *                         Run(leave)
 *   ConductorActor ────────────────────────►  HostActor ── Host.run ── NeuroCore.advance
 *        ▲                                     │   ▲
 *        └─────────────  Heard(report)  ───────┘   │ Deliver(mail), to and from each other host
 *                                                  ▼
 *                                             HostActor
 * </pre>
 *
 * An actor in the sense of the model is a number of neurons with a state that nobody else touches, reached by the timestamped spikes of others
 * alone. All actors on a thread whose populations reach each other are one core: spikes are looked up and added up once for
 * all of them, so that an actor is given the sum of what reaches it at a tick and not one spike after the other, and they go through time
 * together. To Akka the actor is the host, which carries the mail of its cores.
 */
package ganglion.runtime;
