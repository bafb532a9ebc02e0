/** Profiles, placements and intervals as rows, sentences and pictures for a report. Computes nothing. */
package ganglion.hardware.text;
