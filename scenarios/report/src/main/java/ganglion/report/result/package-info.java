/**
 * The sections of the result document. Names carry units ({@code energyJoules}); unknown values are null, never zero;
 * keys have a fixed order, so that documents can be compared line by line.
 */
package ganglion.report.result;
