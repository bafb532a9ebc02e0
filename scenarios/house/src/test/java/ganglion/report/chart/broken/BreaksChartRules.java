package ganglion.report.chart.broken;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.kernel.broken.BreaksKernelRules;

/**
 * The other half of a cycle, and a chart that knows JSON.
 *
 * @param broken the first half
 * @param json what a chart should not know
 */
public record BreaksChartRules(BreaksKernelRules broken, JsonNode json) {}
