/**
 * The search itself. {@link ganglion.scenario.explore.run.SearchRun} tries the experiment as it is, then rounds of successive halving ({@code
 * Rounds}, which know of the world only what {@code Trainings} tell them), and trains the points of the front with all seeds in the end ({@code
 * FinalPoints}). Threads do only single networks; all that is decided is decided in one thread, from what was found.
 */
package ganglion.scenario.explore.run;
