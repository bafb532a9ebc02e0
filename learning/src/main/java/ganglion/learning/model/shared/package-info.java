/** What both engines compute from a layer alike: where a window lies on a map, and what a dropout layer silences. */
package ganglion.learning.model.shared;
