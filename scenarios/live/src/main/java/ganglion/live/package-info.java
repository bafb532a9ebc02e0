/**
 * A scenario that hears sound as it arrives. A package uses only those listed before it:
 *
 * <ul>
 *   <li>{@code event}: what a session tells its watchers, and what they may ask of it
 *   <li>{@code source}: where sound comes from: standard input, files in real time, the microphone
 *   <li>{@code keep}: stretches of a session as scenarios
 *   <li>{@code session}: ear, network, decision and energy, tick by tick
 *   <li>{@code server}: the page in the browser
 * </ul>
 */
package ganglion.live;
