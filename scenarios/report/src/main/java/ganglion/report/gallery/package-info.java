/** Pages of the gallery in the documentation: made from a run of a scenario, so that they say what it does and not what it did. */
package ganglion.report.gallery;
