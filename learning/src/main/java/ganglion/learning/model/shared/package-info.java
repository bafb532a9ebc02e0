/** What both engines compute from a layer alike: where a window lies on a map, what a dropout layer silences, and
 * the triangles of learned bands. */
package ganglion.learning.model.shared;
