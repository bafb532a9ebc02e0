/**
 * What the leader, the nodes and the hosts of a run on several nodes tell each other ({@link ganglion.runtime.wire.Message}), and how it
 * travels between processes: as bytes ({@link ganglion.runtime.wire.Wire}), in numbered pieces ({@link ganglion.runtime.wire.Outbox},
 * {@link ganglion.runtime.wire.Inbox}). Who acts on it is in {@code ganglion.runtime.cluster}.
 */
package ganglion.runtime.wire;
