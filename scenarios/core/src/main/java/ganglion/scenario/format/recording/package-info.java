/** What a run keeps besides its decisions: spikes, membrane potentials of every tick, and probes. */
package ganglion.scenario.format.recording;
