/**
 * What a run leaves behind: the run directory with its machine-readable result, its spikes and its HTML report, and
 * pictures of what the ear hears.
 *
 * <pre>
 * ScenarioRun ──► result ──► result.json ──┐
 *      │                                   ├──► page ──► report.html
 *      └────────► spikes ──► spikes.csv ───┘
 * </pre>
 *
 * <p>Everything written is a function of the run and its {@link ganglion.report.RunManifest}. Nothing here keeps state;
 * all classes may be used from any thread.
 */
package ganglion.report;
