/**
 * Writes down the results of runs, suites, trainings, searches and cost estimates, as files for scripts and as pages. A package uses only those
 * listed before it:
 *
 * <ul>
 *   <li>{@code files}: directories and files that appear complete or not at all, checksums, JSON documents
 *   <li>{@code probe}: what probes saw, as arrays of NumPy and as curves
 *   <li>{@code spikes}: recorded spikes as CSV, NPZ and SONATA files
 *   <li>{@code result}: the sections of result.json
 *   <li>{@code page}: the interactive page of a run, and the frame and tables of pages without scripts
 *   <li>{@code chart}: static charts as SVG
 *   <li>{@code picture}: the output of the cochlea as a PNG image and as a page
 *   <li>{@code run}: the run directory
 *   <li>{@code cause}: why a neuron of a finished run fired
 *   <li>{@code cost}: cost estimates of recorded runs
 *   <li>{@code trace}: what the cores of a chip do and when, for viewers of traces
 *   <li>{@code suite}: index, tables and plots of suites and sweeps
 *   <li>{@code training}: training directories and pages
 *   <li>{@code session}: runs and sweeps from the scenario to their directories
 * </ul>
 *
 * <pre>
 * ScenarioRun ──► result ──► result.json ──┐
 *      │                                   ├──► page ──► report.html
 *      └────────► spikes ──► spikes.csv ───┘
 * </pre>
 *
 * <p>All files are functions of the run and its {@link ganglion.report.run.RunManifest}. No class keeps state between calls; all may be
 * used from any thread.
 */
package ganglion.report;
