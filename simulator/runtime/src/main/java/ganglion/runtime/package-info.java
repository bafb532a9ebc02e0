/**
 * The engine on Akka Typed: one actor for each core, and one that conducts them. The only place in Ganglion that imports
 * {@code akka.*}. The actors carry mail and nothing else: cores, windows and the passing on of spikes are the kernel's.
 *
 * <pre>
 *                    Advance(until, spikes)
 *   ConductorActor ─────────────────────────►  CoreActor ── NeuroCore.advance
 *        ▲                                         │
 *        └──────────────  Advanced(core, spikes) ──┘
 * </pre>
 */
package ganglion.runtime;
