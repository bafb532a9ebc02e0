/**
 * The state of a run as a stream of bytes, from which the same network continues to the same end, on any partition and
 * with any number of threads. A checkpoint carries a fingerprint of its network and a checksum; one that is damaged, or
 * belongs to another network, is refused with the reason.
 */
package ganglion.kernel.checkpoint;
