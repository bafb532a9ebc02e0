/** Holds two recorded runs against each other, for the review of a change of weights, profile or version. */
package ganglion.report.diff;
