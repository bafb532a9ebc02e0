package ganglion.gallery;

import com.fasterxml.jackson.annotation.JsonProperty;
import ganglion.report.chart.ConfusionChart;
import ganglion.scenario.result.Decision;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Decisions by class: which clip of which class was taken for what.
 *
 * @param title what is drawn
 */
record DecisionsDrawing(@JsonProperty(required = true) String title) implements GalleryDrawing {

    private static final String NOTHING = "nothing";

    @Override
    public String svg(GalleryRuns runs) {
        Set<String> names = new LinkedHashSet<>();
        List<Decision> decisions = runs.first().run().decisions();
        if (decisions.isEmpty()) {
            throw new IllegalArgumentException("found no decisions, expected the key decision in the scenario");
        }
        decisions.forEach(decision -> names.add(name(decision.label())));
        decisions.forEach(decision -> names.add(name(decision.winner())));
        List<String> all = new ArrayList<>(names);
        int[][] counts = new int[all.size()][all.size()];
        decisions.forEach(
                decision -> counts[all.indexOf(name(decision.label()))][all.indexOf(name(decision.winner()))]++);
        return ConfusionChart.of(title, all, counts).svg();
    }

    private static String name(String text) {
        return text.isEmpty() ? NOTHING : text;
    }
}
