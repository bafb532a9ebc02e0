/**
 * What a live session tells its watchers: {@code LiveEvent} with its records. {@code EventJson}
 * writes events as JSON, {@code EventLine} as a line of text; {@code LinePrinter} prints it.
 */
package ganglion.live.event;
