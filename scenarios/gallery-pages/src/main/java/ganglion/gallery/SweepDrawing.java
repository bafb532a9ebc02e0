package ganglion.gallery;

import com.fasterxml.jackson.annotation.JsonProperty;
import ganglion.report.suite.StudyPlot;
import ganglion.report.suite.StudyTable;

/**
 * A figure of a sweep over its longest axis.
 *
 * @param figure name of its column in {@code sweep.csv}
 */
record SweepDrawing(@JsonProperty(required = true) String figure) implements GalleryDrawing {

    @Override
    public String svg(GalleryRuns runs) {
        return StudyPlot.svg(new StudyTable(runs.result()), figure);
    }
}
