/**
 * Runs a scenario, phase by phase. {@link ganglion.scenario.run.ScenarioRunner} leaves the work of each phase to another
 * package of the engine, none of which knows it:
 *
 * <pre>
 *   ganglion.scenario.clip     sound files to clips, with their spikes or currents
 *   ganglion.scenario.run      network and clips to the spikes of all populations
 *   ganglion.scenario.record   what is written to disk while the run lasts
 *   ganglion.scenario.expect   spikes to decisions, and to the outcomes of expectations
 *   ganglion.scenario.cost     what the estimates of a run are compared with, for reports
 *   ganglion.scenario.cause    why a neuron fired
 * </pre>
 *
 * <p>A {@link ganglion.scenario.run.Backend} builds the network and simulates it: in this process, or where a module that offers one does.
 * {@link ganglion.scenario.run.Replay} makes a run again in memory, for questions about it.
 *
 * <p>The result is a function of the scenario, its files and its seed. The number of threads changes the times alone, which
 * only this package measures.
 */
package ganglion.scenario.run;
