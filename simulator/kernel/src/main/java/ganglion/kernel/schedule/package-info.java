/**
 * Which core runs when. A {@link ganglion.kernel.schedule.Partition} deals the neurons out to cores, and those
 * of a core to actors, which run together; {@link
 * ganglion.kernel.schedule.Wiring} finds which cores reach which, and how soon, and a {@link ganglion.kernel.schedule.Layout} says
 * which host has which core, be it in one process or in several. {@link ganglion.kernel.schedule.Host}s have
 * their cores run and exchange {@link ganglion.kernel.schedule.Mail}; a {@link ganglion.kernel.schedule.Conductor} starts and
 * stops them by a {@link ganglion.kernel.schedule.Leave}, as far as their {@link ganglion.kernel.schedule.Report}s allow. All
 * are plain state machines: the sequential engine and the actors are driven by the same ones. A {@link
 * ganglion.kernel.schedule.ThreadRule} says how many threads a network is worth.
 *
 * <pre>
 *                  Leave ┌───────────┐ Leave
 *              ┌─────────┤ Conductor ├─────────┐          every 512 ticks or more, and when all wait
 *              ▼         └───────────┘         ▼
 *   Host: core 0, core 2 ◄───────────► Host: core 1, core 3
 *                             Mail                         after each round of windows
 * </pre>
 *
 * This is conservative parallel discrete-event simulation by messages between logical processes (Chandy and Misra,
 * "Distributed simulation", 1979; Bryant 1977), for spiking networks as in Morrison et al. 2005, but with a look-ahead for each
 * pair of cores instead of one interval for all. No core ever has to take a step back.
 *
 * <h2>How horizons travel</h2>
 *
 * The horizon of a core is the tick before which all its spikes are known. A core may run up to the smallest sum of the horizon
 * of a core that reaches it and the look-ahead of the pair. After each round of windows in which a core of a host worked, the
 * host sends one mail to each neighbour, with the horizons of all cores that reach it and all their spikes. Cores of one host
 * see each other's horizons and hand batches over by reference.
 *
 * <p>Such a mail may carry no spikes, if none was fired for that neighbour. Two other kinds never do. A host that is told of work
 * answers with its horizons, once; an answer is not answered. And a host that has come to the end of its leave says so, since
 * cores without work may have come there without a word. An idle network is silent but for one mail to each neighbour in a leave.
 *
 * <h2>Why nobody waits for ever</h2>
 *
 * Every look-ahead is at least one tick, so that the core with the smallest horizon could run if it knew the horizons of the
 * others. What it may lack is mail that nobody sends, because nobody has work. A host that can do nothing reports that it
 * waits, unless it has told others of work and not all have answered; at the end of its leave it reports in any case. When all hosts have reported so, and the numbers of mails sent and taken in
 * agree between each two of them, no mail is on its way (the counting of Mattern, "Efficient algorithms for distributed
 * snapshots and global virtual time approximation", 1993, with a count for each channel), and nothing can happen before the
 * earliest tick at which any of them has something to do. The conductor tells all of them that tick, at which at least one can run.
 * The same message skips idle time in one step. {@code EveryOrderTest} goes through all orders in which messages can arrive,
 * for small graphs of cores.
 *
 * <h2>What bounds the mail that waits</h2>
 *
 * No core runs further than the leave that the conductor has given: 1024 ticks, or twice the largest look-ahead if that is more,
 * beyond what all cores have completed. So no spike waits for a core that is further behind than that. In one
 * leave a neighbour runs at most one window for each tick. It sends at most one mail for each window, and one answer for each mail
 * that it gets. A host takes in all mail that waits before it runs. Leave is extended when all have completed half of it. For a probe, a checkpoint or the end of the run it ends at that
 * tick; a run that is stopped ends with the leave that has been given.
 *
 * <p>What may depend on partition and hosts is the number of windows, batches and mails. What may not is any spike: the order in
 * which batches arrive is not seen by the cores, whose queues sort what they are given.
 */
package ganglion.kernel.schedule;
