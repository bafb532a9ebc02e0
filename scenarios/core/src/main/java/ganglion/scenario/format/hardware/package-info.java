/** The chips that a run is costed on, and how each is used. */
package ganglion.scenario.format.hardware;
