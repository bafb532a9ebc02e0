/**
 * The HTML report: one file that holds its style, its scripts, the charts' library and the data, and loads
 * nothing. The page is written in HTML, CSS and JavaScript, as resources beside this package; the classes put it together
 * with the data of a run. Pages without scripts share {@link ganglion.report.page.Html} and
 * {@link ganglion.report.page.HtmlTable}.
 */
package ganglion.report.page;
