/** Cascades of two recorded networks, of which the small one wakes the large one. */
package ganglion.report.cascade;
