/**
 * The HTML report: one file that holds its style, its scripts, the charts' library and the data, and asks nothing of the
 * network. The page itself is written in HTML, CSS and JavaScript, as resources beside this package; what is here puts
 * them together with the data of a run.
 */
package ganglion.report.page;
