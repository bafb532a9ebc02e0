/** The gallery in the documentation: pages are made from fresh runs of the scenarios, so that they stay true. */
package ganglion.report.gallery;
