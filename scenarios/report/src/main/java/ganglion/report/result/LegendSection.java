package ganglion.report.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.Computation;
import ganglion.hardware.estimate.Part;
import ganglion.hardware.figure.Reliability.Grade;

/** What the words of estimates mean, as JSON, so that a reader of the document needs no other page. */
final class LegendSection {

    private LegendSection() {}

    /** Boundaries, parts, computations and grades, each in its order. */
    static ObjectNode all() {
        ObjectNode legend = JsonNodes.object();
        ArrayNode boundaries = legend.putArray("boundaries");
        for (Boundary boundary : Boundary.values()) {
            boundaries.add(entry(boundary.word(), boundary.label()).put("meaning", boundary.meaning()));
        }
        ArrayNode parts = legend.putArray("parts");
        for (Part part : Part.values()) {
            parts.add(entry(part.word(), part.label()));
        }
        ArrayNode computations = legend.putArray("computations");
        for (Computation computation : Computation.values()) {
            computations.add(entry(computation.word(), computation.label())
                    .put("caveat", computation.caveat().orElse(null)));
        }
        ArrayNode grades = legend.putArray("grades");
        for (Grade grade : Grade.values()) {
            grades.add(entry(grade.name(), grade.name()).put("meaning", grade.meaning()));
        }
        return legend;
    }

    private static ObjectNode entry(String word, String label) {
        return JsonNodes.object().put("word", word).put("label", label);
    }
}
