/**
 * Static charts as SVG: for the documentation, for files that stand alone and for pages without scripts. Every chart is made of
 * {@link ganglion.report.chart.Svg} elements, lays its values out on a {@link ganglion.report.chart.Scale}, and takes its colours
 * from {@link ganglion.report.chart.Palette}. The report of a run draws its interactive charts in the browser instead.
 */
package ganglion.report.chart;
