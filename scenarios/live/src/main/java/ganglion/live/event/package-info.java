/**
 * What a live session tells its watchers, and what they may ask of it: {@code LiveEvent} with its records, {@code LiveControls}. {@code EventJson}
 * writes events as JSON, {@code EventLine} as a line of text; {@code LinePrinter} prints it.
 */
package ganglion.live.event;
