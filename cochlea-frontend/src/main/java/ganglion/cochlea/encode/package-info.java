/** From drives to spikes or currents, frame by frame. {@link ganglion.cochlea.encode.Encoders} lists the kinds. */
package ganglion.cochlea.encode;
