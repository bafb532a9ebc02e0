/**
 * The founding study: what is not a classifier of recorded sounds. This package only holds the list of the others.
 *
 * <pre>
 *  compose      music by a random walk, played with recorded notes: labelled mixtures
 *  rhythm       trains of spikes with and without a rhythm, and the task that recognises it
 *  command      the verb compose
 * </pre>
 */
package ganglion.study;
