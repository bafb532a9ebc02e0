/** From drives to spikes, frame by frame. */
package ganglion.cochlea.encode;
