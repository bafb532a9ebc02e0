/**
 * A scenario that hears sound as it arrives. A package uses only those listed before it:
 *
 * <ul>
 *   <li>{@code event}: what a session tells its watchers, and what they may ask of it
 *   <li>{@code source}: where sound comes from: standard input, files in real time, the microphone
 *   <li>{@code decide}: decisions over a window that slides
 *   <li>{@code run}: ear and network, tick by tick
 *   <li>{@code keep}: stretches of a session as scenarios, and recordings of it
 *   <li>{@code session}: what a session does from the first sound to the last, and its figures
 *   <li>{@code text}: events as JSON and as lines
 *   <li>{@code result}: what a session leaves on disk
 *   <li>{@code picture}: events as frames for browsers
 *   <li>{@code server}: the page in the browser
 * </ul>
 */
package ganglion.live;
