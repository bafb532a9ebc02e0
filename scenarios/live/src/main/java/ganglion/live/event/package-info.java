/**
 * What a live session tells its watchers, and what they may ask of it: {@code LiveEvent} with its records, {@code LiveControls}. {@code EventJson} and
 * {@code EventLine} turn events into text for programs and for people, {@code LinePrinter} prints it.
 */
package ganglion.live.event;
