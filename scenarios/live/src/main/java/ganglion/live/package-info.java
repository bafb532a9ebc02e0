/**
 * A scenario that hears sound as it arrives. A package uses only those listed before it:
 *
 * <ul>
 *   <li>{@code event}: what a session tells its watchers, as JSON and as lines too, and what they may ask of it
 *   <li>{@code source}: where sound comes from: standard input, files in real time, the microphone
 *   <li>{@code run}: ear and network, tick by tick, and decisions over a window that slides
 *   <li>{@code keep}: stretches of a session as scenarios
 *   <li>{@code session}: what a session does from the first sound to the last, its figures, and what it leaves on disk
 *   <li>{@code server}: the page in the browser, and events as its pictures
 * </ul>
 */
package ganglion.live;
