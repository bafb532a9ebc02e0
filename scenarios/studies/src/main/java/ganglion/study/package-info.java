/**
 * Parts of the founding study that are more than classifiers of recorded sounds. The package itself holds their verbs.
 *
 * <pre>
 *  compose      music by a random walk, played with recorded notes: labelled mixtures
 *  rhythm       trains of spikes with and without a rhythm, and the task that recognises it
 * </pre>
 */
package ganglion.study;
