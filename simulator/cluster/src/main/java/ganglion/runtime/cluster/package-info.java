/**
 * One network on several nodes, which are processes on one machine or on many, connected by Akka Cluster. Hosts, mail, reports and
 * leave are those of {@link ganglion.kernel.schedule}; here they travel.
 *
 * <pre>
 *    process of the run                                    other processes
 *   ┌───────────────────────────────────┐   Prepare, LayOut, Release   ┌──────────────────────────┐
 *   │ ClusterRun ─── LeaderActor ◄──────┼──────────────────────────────┼─ NodeActor               │
 *   │     │                             │   Built, LaidOut             │     │ starts             │
 *   │     │ Run, Question               │                              │     ▼                    │
 *   │     ├──────────────────► NodeHostActor ◄──────── Deliver ────────┼► NodeHostActor           │
 *   │     └─────────────────────────────┼──────────────────────────────┼►    ▲                    │
 *   └───────────────────────────────────┘                              └──────────────────────────┘
 * </pre>
 *
 * The {@link ganglion.runtime.cluster.ClusterLeader} is the process that a user starts. It finds nodes by the receptionist of the
 * cluster and is one itself. A run has four steps. Each node builds the synapses that end on its neurons. The leader adds up what the
 * nodes say of them, since the order of sums depends on the whole. The nodes lay out cores. The hosts run; mail goes from host to host, and
 * only reports go to the leader, with the spikes.
 *
 * <h2>What is sent</h2>
 *
 * Within a process {@link ganglion.runtime.wire.Message}s are handed over as they are. Between processes {@link
 * ganglion.runtime.wire.Wire} turns them into bytes, which travel in pieces of at most 128 KiB, so that the heartbeats of the
 * cluster always find their way between. Pieces are numbered: a receiver that misses one says so when the next comes, and the run goes back as if a node
 * were lost. After a second without a word the leader speaks to all, and they to each other, so that a last piece that was lost shows, too. Nothing else of ours is serialised, and nothing by Java's own serialisation.
 *
 * <h2>When a node is lost</h2>
 *
 * The leader takes the state of the run every two seconds. If taking one is slow, the run goes on between two for twenty times as long as
 * the fastest has taken, 60 seconds at most. When a node of the run is gone, the leader has the nodes that are left build the network anew,
 * in larger shares, and goes on from the last state. Spikes and probes that were handed over before are not handed over again. Results are written by the leader alone. A cluster that falls
 * apart keeps the side of its oldest member, which is the leader if it has started the nodes (Akka's strategy {@code keep-oldest}). A leader on
 * the other side ends with one line, nodes there join again. A run has one leader, so that there is never a second result.
 *
 * <p>A node counts as gone when the cluster has decided so, or when its process is known to have ended. One that has no room for its share is
 * left out for good; what it was building is interrupted. A node that was given up looks for all nodes that it knew, for as long as it takes: it begins no
 * second cluster, which would never meet the first. An actor system that does not end, because Akka waits for a connection to a machine that does not answer,
 * has its connections cut.
 */
package ganglion.runtime.cluster;
