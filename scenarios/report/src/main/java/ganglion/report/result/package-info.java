/**
 * The sections of the result document. Names carry units ({@code energyJoules}); what is unknown is null, never zero;
 * keys stand in a fixed order, so that documents can be compared line by line.
 */
package ganglion.report.result;
