/**
 * Training in single precision, fast. A batch is cut into slices; each slice runs forward and backward by itself, with
 * gradients of its own, and the gradients are added in the order of the slices. So the result does not depend on the number
 * of threads, to the last bit. Only batch normalisation makes slices wait for each other, as its statistics are those of all.
 *
 * <p>Why it looks as it does: the JIT compiler of Java 17 turns a loop into vector instructions if its arrays are all indexed
 * by the loop variable itself, its body is small (about ten operations, at most seven arrays) and it has no branch. So every
 * sample has a row, an array, of its own at every step; weights are rows by source neuron, to be added where a spike comes
 * in; loops are split until they are small; and what concerns only neurons that fired, resets above all, is done
 * afterwards, for the few of them. Silent neurons cost a leak and a comparison, silent synapses nothing.
 *
 * <p>A layer of neurons is a {@link ganglion.learning.fast.FiringStage}. Row {@code t * samples + b} of its arrays is that of sample {@code b}
 * at step {@code t}.
 *
 * <p>Products use {@link java.lang.Math#fma(float, float, float)}, which every processor since 2013 has as one instruction; without it
 * they would be right, and very slow.
 */
package ganglion.learning.fast;
