/**
 * The engine on Akka Typed: one actor for each host, with the cores that share a thread, and one that conducts them. The only
 * place in Ganglion that imports {@code akka.*}. The actors carry mail and nothing else: cores, windows and what is in the mail are
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
 * A core is an actor in the sense of the model: it has a state that nobody else touches, a time of its own, and is reached by
 * batches of timestamped spikes alone. To Akka the actor is the host, which carries the mail of its cores; with a core to each thread, the two
 * are the same.
 */
package ganglion.runtime;
