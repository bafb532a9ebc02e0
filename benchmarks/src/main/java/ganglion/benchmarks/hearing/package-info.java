/** How fast the front end hears: seconds of audio per second of one processor core. */
package ganglion.benchmarks.hearing;
