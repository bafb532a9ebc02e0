/**
 * Sound into spikes. {@link ganglion.cochlea.AudioFiles} reads a clip, a {@link ganglion.cochlea.Cochlea} hears it:
 *
 * <pre>
 * clip -> resample -> STFT power -> mel bands -> lateral inhibition -> gain control -> encoder -> spikes
 *         audio       spectrum      spectrum     inhibition            gain            encode
 * </pre>
 *
 * <p>This package is the door and knows all stages; the stages, one package each, know neither it nor one another and work
 * on plain arrays, so that the same code serves whole clips and streams. Frequencies are in hertz, times in seconds, power
 * in units of full scale (a full-scale sine has power 1) unless a parameter says otherwise. One frame is one tick.
 */
package ganglion.cochlea;
