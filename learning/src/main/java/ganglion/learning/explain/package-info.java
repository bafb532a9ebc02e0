/** Why a trained network decided as it did: what its neurons fired, and which parts of the input its decision rests on. */
package ganglion.learning.explain;
