/**
 * Charts as SVG: for pages, for files that stand alone, and for the documentation. {@link ganglion.report.chart.Chart} is what others make,
 * of an {@link ganglion.report.chart.Axis} each way; {@link ganglion.report.chart.ChartSheet} puts charts into one drawing. In a page,
 * {@code explorable.js} shows the values that a chart holds, zooms, hides series and saves what is seen. The report of a run draws its charts in
 * the browser instead.
 *
 * <p>Charts know neither scenarios nor JSON. No class but the builder {@code Chart} has state that changes.
 */
package ganglion.report.chart;
