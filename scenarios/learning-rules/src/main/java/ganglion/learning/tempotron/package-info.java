/** The tempotron, and its published extension for sounds, {@link ganglion.learning.tempotron.MapTempotron}. */
package ganglion.learning.tempotron;
