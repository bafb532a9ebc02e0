/**
 * Sound that arrives while it is heard: {@code LiveSound} is what someone chose to hear, and opens {@code ArrivingSound} at the rate of an ear; from standard
 * input, from files in real time, or from a microphone. {@code SoundThread} reads it in a thread of its own and hands it over tick by tick through a {@code TickQueue}.
 */
package ganglion.live.source;
